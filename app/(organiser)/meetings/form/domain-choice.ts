import { placeOf } from "@/lib/domains/base-url";
import type { PageWords } from "@/lib/words/en/pages";

export type DomainChoice = {
  id: string;
  label: string;
  baseUrl: string;
  opensBeforeMinutes: number;
  closesAfterMinutes: number;
  /** Why nothing but the meeting that is held there can be. */
  closed?: "archived" | "no-credential" | null;
};

type Named = Pick<DomainChoice, "label" | "baseUrl" | "closed">;

export function domainName({ label, baseUrl, closed }: Named, words: PageWords["meetingForm"]): string {
  const place = placeOf(baseUrl);
  const name = label === place ? label : words.domainAt(label, place);
  if (closed === "archived") return words.archivedDomain(name);
  return closed ? words.domainWithoutCredential(name) : name;
}
