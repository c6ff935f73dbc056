import { unseal } from "@/lib/credentials/vault";
import { type Algorithm, importSigningKey } from "@/lib/jitsi/signing-algorithm";

/** Opening a key costs more than signing with it. A credential's secret never changes, so no key goes stale. */
export class SigningKeys {
  private readonly keys = new Map<string, Promise<CryptoKey>>();

  constructor(private readonly appSecret: string) {}

  get(credential: { id: string; sealedSecret: string; algorithm: Algorithm }): Promise<CryptoKey> {
    const known = this.keys.get(credential.id);
    if (known) return known;
    const opening = unseal(credential.sealedSecret, credential.id, this.appSecret).then((secret) =>
      importSigningKey(secret, credential.algorithm),
    );
    this.keys.set(credential.id, opening);
    opening.catch(() => this.keys.delete(credential.id));
    return opening;
  }
}
