import { fingerprint } from "@/lib/credentials/replace";
import { hostNameOf } from "@/lib/domains/base-url";
import { serverSettings } from "@/lib/jitsi/server-settings";
import type { MadeSecretState } from "./made-secret";

type Made = {
  domain: { baseUrl: string; audience: string; subject: string };
  credential: { issuer: string; secret: string };
  continueHref: string;
};

export function madeSecret({ domain, credential, continueHref }: Made): MadeSecretState {
  const { issuer, secret } = credential;
  const host = hostNameOf(domain.baseUrl);
  const settings = serverSettings({ ...domain, host, appId: issuer, secret });
  return { made: { secret, fingerprint: fingerprint(secret), settings, host, continueHref } };
}
