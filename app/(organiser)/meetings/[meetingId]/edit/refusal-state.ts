import type { Viewer } from "@/lib/auth";
import type { ChangeRefusal } from "@/lib/meetings/change";
import type { ChangesSince } from "@/lib/meetings/read/changes-since";
import { clockAt } from "../../clock-range";
import { zoneName } from "../../zone-name";
import type { EditState } from "./edit-state";
import { factChanges } from "./fact-changes";

const noDomain =
  "No link can be signed for this domain: it has no credential, or was archived before the meeting was moved there. Choose another one, or ask an admin.";

const states: Record<Exclude<ChangeRefusal["reason"], "not-found">, EditState> = {
  cancelled: { gone: "It was cancelled meanwhile. Nothing of it can be changed any more." },
  over: { gone: "It is over. Nothing of it can be changed any more." },
  "domain-not-usable": { fieldErrors: { domainId: [noDomain] } },
  version: { formErrors: ["This form is out of date. Please load the page again."] },
};

/** Why nothing was saved, for the page. */
export const refusalState = (reason: keyof typeof states): EditState => states[reason];

/** What somebody else, or the organiser in another tab, saved meanwhile. */
export function conflictState(
  { before, after, by, at, added, removed }: ChangesSince,
  { timeZone }: Pick<Viewer, "timeZone">,
  domainName: (domainId: string) => string,
): EditState {
  const nameOf = ({ name, email }: { name: string; email: string }) => name || email;
  const conflict = {
    who: by.isSelf ? "You" : by.name,
    at: `${clockAt(at, timeZone, new Date())} (${zoneName(timeZone)})`,
    facts: factChanges(before, after, domainName),
    added: added.map(nameOf),
    removed: removed.map(nameOf),
  };
  return { conflict };
}
