import { pageWords } from "@/app/_words/page-words";
import { domainChoices } from "@/lib/domains/queries";
import type { SavedMeeting } from "@/lib/meetings/read/saved-meeting";
import { runtime } from "@/lib/runtime";
import { type DomainChoice, domainName } from "../../form/domain-choice";

/** Where the meeting can be held, and where it is: also when nothing else can be held there, or the form would move it. */
export async function editDomains({
  domain,
  opensBeforeMinutes,
  closesAfterMinutes,
}: SavedMeeting): Promise<DomainChoice[]> {
  const choices = await domainChoices(runtime().db);
  const open = choices.some(({ id }) => id === domain.id);
  // On its own domain a meeting keeps how early and how long its links work.
  const closed = open ? null : domain.archivedAt ? ("archived" as const) : ("no-credential" as const);
  const own = { ...domain, opensBeforeMinutes, closesAfterMinutes, closed };
  return open ? choices.map((choice) => (choice.id === domain.id ? own : choice)) : [own, ...choices];
}

/** Names of these domains by their IDs. */
export async function domainNames(saved: SavedMeeting): Promise<(domainId: string) => string> {
  const { meetingForm, review } = pageWords();
  const domains = await editDomains(saved);
  const names = new Map(domains.map((domain) => [domain.id, domainName({ ...domain, closed: null }, meetingForm)]));
  return (domainId) => names.get(domainId) ?? review.facts.otherDomain;
}
