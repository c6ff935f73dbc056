import { unseal } from "@/lib/credentials/vault";
import { type Algorithm, importSigningKey } from "@/lib/jitsi/signing-algorithm";

/**
 * Opens credentials for signing and remembers the imported keys: opening one costs more than signing with it.
 * A credential's secret never changes (a new secret is a new credential), so nothing here can go stale.
 */
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
