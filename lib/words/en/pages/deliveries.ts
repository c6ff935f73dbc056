import { inRow, number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

const notSent = "Not sent (no mail server)";

/** What became of one mail. A mail server that accepted a mail has not delivered it yet. */
export const deliveries = {
  none: "No mail sent",
  notSent: {
    mail: notSent,
    update: "Update not sent (no mail server)",
    cancellation: "Cancellation not sent (no mail server)",
  },
  accepted: {
    mail: (at: string) => `Accepted by the mail server at ${at}`,
    update: (at: string) => `Update accepted by the mail server at ${at}`,
    cancellation: (at: string) => `Cancellation accepted by the mail server at ${at}`,
  },
  failed: {
    mail: (why: string) => `Failed: ${why}`,
    update: (why: string) => `Update failed: ${why}`,
    cancellation: (why: string) => `Cancellation failed: ${why}`,
  },
  bounced: {
    mail: (why: string) => `Bounced: ${why}`,
    update: (why: string) => `Update bounced: ${why}`,
    cancellation: (why: string) => `Cancellation bounced: ${why}`,
  },
  sending: { mail: "Sending…", update: "Sending the update…", cancellation: "Sending the cancellation…" },
  superseded: "Replaced by a newer mail",
  nextTry: (at: string, why: string) => `Next try at ${at}: ${why}`,
  tryingNow: (why: string) => `Trying again now: ${why}`,
  unknownTime: "an unknown time",

  noResponse: "no response from the mail server",
  serverSaid: (text: string) => `the mail server said “${text}”`,
  /** What a server's response means, and the response itself. */
  meaning: {
    "mailbox-full": (text: string) => `the recipient’s mailbox is full (“${text}”)`,
    later: (text: string) => `the mail server asks to try later (“${text}”)`,
    "no-such-address": (text: string) => `there is no such address (“${text}”)`,
    "no-server": (text: string) => `no mail server accepts mail for this address (“${text}”)`,
    "mailbox-disabled": (text: string) => `the recipient’s mailbox is disabled (“${text}”)`,
    rejected: (text: string) => `the mail server rejects mail from here (“${text}”)`,
  },

  allAccepted: (count: number) =>
    plural("en", count, {
      one: "The mail was accepted by the mail server.",
      other:
        count === 2
          ? "Both mails were accepted by the mail server."
          : `All ${number(count)} mails were accepted by the mail server.`,
    }),
  allLocal: (count: number) =>
    plural("en", count, {
      one: "No mail was sent. It is in local mail.",
      other: `No mail was sent. All ${number(count)} are in local mail.`,
    }),
  someLocal: "Some mails are in local mail and were not sent.",

  progress: {
    label: "Sending mails",
    cancelling: "Sending cancellations",
    accepted: (done: number, total: number) => `${number(done)} of ${number(total)} accepted by the mail server`,
    local: (done: number, total: number) => `${number(done)} of ${number(total)} in local mail`,
    retrying: (count: number) => `${number(count)} being retried`,
    failed: (count: number) => `${number(count)} failed`,
    notSent: (count: number) => `${number(count)} not sent`,
    all: inRow,
  },

  /** Beside the button that sends a mail again. */
  again: {
    send: "Send again",
    tryNow: "Try now",
    sending: "Sending…",
    trying: "Trying now…",
    notYet: "Not accepted yet",
    sent: "Sent again",
    notSent,
    failed: "Failed again",
  },
  refused: {
    "not-found": "This person is no longer in the meeting.",
    cancelled: "The meeting is cancelled.",
    over: "The meeting is over.",
    "on-its-way": "Already being sent.",
    "just-sent": "Sent less than a minute ago. Wait a moment.",
    "domain-not-usable": "The domain has no credential to sign links. Ask an admin to add one.",
    changed: "The meeting just changed. Load the page again.",
  },
};
