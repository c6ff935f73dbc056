import type { Change } from "@/lib/mail/message/change";
import type { Must } from "@/lib/meetings/plan/plan-person";
import type { ReviewGroup } from "./edit-state";

const changeWords: Record<Change, string> = {
  title: "title",
  description: "description",
  time: "time",
  zone: "time zone",
  domain: "where it is held",
  room: "room",
  role: "role",
  name: "name in the link",
  link: "personal link",
};

/** `title, time and personal link`. */
export const changesInWords = (changes: Change[]): string =>
  new Intl.ListFormat("en-GB").format(changes.map((change) => changeWords[change]));

export const effectWords: Record<ReviewGroup["effect"], string> = {
  address: "New address",
  invitation: "New invitation",
  update: "Update",
  cancellation: "Cancellation",
  nothing: "No mail",
};

/** Why these people are told whatever is chosen. */
export const mustWords: Record<Must, string> = {
  new: "New in this meeting: without the invitation they have no link.",
  removed: "Removed: without it the entry would stay in their calendar.",
  link: "Always told: the link they have no longer fits.",
  unsent: "Always told: the mail that waits for them would say what is no longer so.",
  "not-invited": "Always told: no mail has reached them so far.",
};
