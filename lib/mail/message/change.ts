/** What can be different between two mails to one person. `link`: the one they have no longer fits, for none of the other reasons. */
export type Change = "title" | "description" | "time" | "zone" | "domain" | "room" | "role" | "name" | "link";
