import { list, number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

/** The frame around every page, what stands on all of them, and parts that many pages use. */
export const shell = {
  app: "Latchkey",
  about: "Meetings on your own Jitsi, and everyone gets their own key.",
  skip: "Skip to content",
  main: "Main",
  menu: "Menu",
  notices: "Notices",
  meetings: "Meetings",
  domains: "Domains",
  accounts: "Accounts",
  mail: "Mail",
  localMail: "Local mail",
  signedInAs: (email: string) => `Signed in as ${email}`,
  account: "Your account",
  signOut: "Sign out",

  noMailServer: {
    waits: "Mail waits for a mail server.",
    stays: "Mail stays on this machine.",
    set: "Set a mail server",
    reachesNobody: "Invitations reach nobody yet.",
    open: "Open local mail",
  },
  unverified: {
    hosts: (hosts: string[]) =>
      plural("en", hosts.length, {
        one: `The certificate of ${list(hosts)} is not checked.`,
        other: `The certificates of ${list(hosts)} are not checked.`,
      }),
    risk: "Anyone in between can read every mail, with its personal link, and the password.",
    change: "Change that",
  },

  optional: "(optional)",
  save: "Save",
  saving: "Saving",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  copyByHand: "Select and copy",
  pages: "Pages",
  toFix: (count: number) =>
    plural("en", count, { one: "Please fix one thing", other: `Please fix ${number(count)} things` }),
};
