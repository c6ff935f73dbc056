import { placeOf } from "@/lib/domains/base-url";

export type DomainChoice = {
  id: string;
  label: string;
  baseUrl: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  /** Why nothing but the meeting that is held there can be. */
  closed?: "archived" | "no-credential" | null;
};

export function domainName({ label, baseUrl, closed }: Pick<DomainChoice, "label" | "baseUrl" | "closed">): string {
  const place = placeOf(baseUrl);
  const name = label === place ? label : `${label} (${place})`;
  if (closed === "archived") return `${name}: archived, for this meeting only`;
  return closed ? `${name}: cannot be used, it has no credential` : name;
}
