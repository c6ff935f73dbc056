import { placeOf } from "@/lib/domains/base-url";

export type DomainChoice = {
  id: string;
  label: string;
  baseUrl: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  /** The meeting is held there, and nothing new can be: archived, or without a credential. */
  closed?: boolean;
};

export function domainName({ label, baseUrl, closed }: Pick<DomainChoice, "label" | "baseUrl" | "closed">): string {
  const place = placeOf(baseUrl);
  const name = label === place ? label : `${label} (${place})`;
  return closed ? `${name}: can no longer be used` : name;
}
