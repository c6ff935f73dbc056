import type { FindingFacts } from "@/lib/mail/check/finding";
import type { CertificateFault } from "@/lib/mail/delivery/certificate";
import type { RecordState } from "@/lib/mail/settings/dkim";
import { number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

const certificate: Record<CertificateFault, string> = {
  "certificate-self-signed": "The server’s certificate is self-signed. Nothing was sent, not even the password.",
  "certificate-unknown-issuer":
    "This machine does not know who issued the server’s certificate. Nothing was sent, not even the password.",
  "certificate-expired": "The server’s certificate has expired. Nothing was sent, not even the password.",
  "certificate-not-yet-valid": "The server’s certificate is not valid yet. Nothing was sent, not even the password.",
  "certificate-revoked": "The server’s certificate was revoked. Nothing was sent, not even the password.",
  "certificate-other-name": "The server’s certificate is for another name. Nothing was sent, not even the password.",
};

const findings: { [Code in keyof FindingFacts]: (facts: FindingFacts[Code]) => string } = {
  certificate: ({ fault }) => certificate[fault],
  "sign-in-refused": ({ said }) =>
    said
      ? `The server did not accept the user name and password. It said “${said}”.`
      : "The server did not accept the user name and password.",
  refused: ({ said }) => `The server refused: “${said}”.`,
  "no-such-host": ({ host }) => `There is no server called ${host}: the name was not found.`,
  "nothing-answers": ({ host, port }) => `Nothing answers at ${host}, port ${port}. Is the port right?`,
  "does-not-begin-with-tls": ({ host, port }) =>
    `The server at ${host}, port ${port} does not begin with TLS. Try STARTTLS, or another port.`,
  "no-tls": ({ host, port }) => `The server at ${host}, port ${port} could not turn the connection to TLS.`,
  "too-slow": ({ host, port }) =>
    `The server at ${host}, port ${port} did not respond in time. Is the port right, and TLS or STARTTLS?`,
  "connection-failed": ({ host, port, said }) =>
    said
      ? `The connection to ${host}, port ${port} failed: ${said}.`
      : `The connection to ${host}, port ${port} failed. No reason was given.`,
  "mail-accepted": ({ to, said }) => `The server accepted the mail to ${to}: “${said}”.`,
  "mailbox-open": ({ user, mails, announces }) => {
    const open = plural("en", mails, {
      one: `Signed in as ${user}. INBOX holds one mail.`,
      other: `Signed in as ${user}. INBOX holds ${number(mails)} mails.`,
    });
    const when = announces
      ? "New mail is announced at once (IDLE)."
      : "The server does not announce new mail (no IDLE), so Latchkey looks for answers every few minutes.";
    return `${open} ${when}`;
  },
  "mailbox-read-only": () => "INBOX can be read but not changed, so Latchkey could not mark what it has read.",
};

const dkim: Record<RecordState, string> = {
  published: "DNS has the record of the signing key.",
  missing: "DNS does not have the record of the signing key yet.",
  "another-key": "DNS has a record under this name with another key.",
  unknown: "DNS did not answer, so the record of the signing key could not be checked.",
};

/** How invitations leave, and how answers come back. */
export const mailSettings = {
  title: "Mail",
  description: "How invitations leave, and how answers come back.",
  noRoomForVerp: {
    title: "Bounces cannot be told apart",
    text: (most: number) =>
      `The From address has more than ${most} characters before the @. That leaves no room to mark each mail. Answers are read all the same.`,
  },
  unreadable: {
    title: "A saved secret cannot be opened",
    smtpPassword: "The password of the mail server was saved with another APP_SECRET.",
    dkimKey: "The signing key was saved with another APP_SECRET.",
    imapPassword: "The password of the mailbox was saved with another APP_SECRET.",
    enterAgain: "Mail waits until you enter it again.",
  },
  environment: (variable: string) => `Set by ${variable} in the environment, which comes before what is entered here.`,

  sending: "Sending",
  sendingHint: "The mail server that takes invitations and brings them to people.",
  smtpHint: "For example mail.example.org. While this is empty, mail stays on this machine.",
  rate: "Mails per minute, at most",
  rateHint:
    "Counted by each process that sends: with two workers, twice as many. If left empty, as fast as the server takes them.",

  sender: "Sender",
  senderHint: "Who invitations come from, and who gets what people write back.",
  fromName: "Name",
  fromNameHint: "Mails come from “Ann Lee via” this name.",
  fromAddress: "From address",
  fromAddressExample: "invites@example.org",
  fromAddressHint:
    "One address for all invitations. Change it only when you must: calendars treat an update from another address as a stranger’s.",
  replyTo: "Answers to a mail go to",
  replyToHint: "What people write back. Accepting and declining in a calendar always goes to the From address.",
  replyToOrganiser: "The organiser",
  replyToOrganiserHint: "Whoever scheduled the meeting.",
  replyToSender: "The From address",
  replyToSenderHint: "For an office that answers for everybody.",
  replyToNone: "Nobody in particular",
  replyToNoneHint: "No Reply-To: programs use the From address.",

  signing: "Signing (DKIM)",
  signingHint:
    "Proves to receivers that a mail comes from your domain. Leave it off if your mail server signs already.",
  record: {
    publish: "Publish this TXT record in DNS before you switch signing on:",
    name: "Name",
    value: "Value",
    zoneFile: "As a line of a zone file",
    zoneLine: "TXT record in parts of 255 characters",
  },
  dkimDomain: "Signing domain",
  dkimDomainHint: "Mostly the part of the From address after the @.",
  dkimSelector: "Selector",
  dkimSelectorHint: "Tells this key from others of the domain.",
  key: "Private key",
  keyHint: "We encrypt it and never show it again.",
  keepKey: "Keep the saved key",
  noKey: "No key yet",
  noKeyHint: "Mails are not signed by Latchkey.",
  generateKey: "Generate one for me",
  generateAnother: "Generate another",
  generateHint: "RSA, 2048 bits. The record to publish appears here once you save.",
  pasteKey: "Use my own",
  pasteKeyHint: "An RSA key that your domain already has.",
  pastedKey: "Your private key",
  pastedKeyHint: "PEM, from -----BEGIN PRIVATE KEY----- to the end.",
  sign: "Sign mails with this key",
  signHint: "Publish the key in DNS first, or mails may be taken for spam. The test below looks it up.",
  signLater: "Once there is a key, signing can be switched on here.",

  inbox: "Answers and bounces (IMAP)",
  inboxHint:
    "The mailbox of the From address. Latchkey reads there who accepted in their calendar, and which mails came back.",
  imapHint: "While this is empty, people can answer on the web page that their mail links to.",

  server: {
    host: "Server",
    security: "Protection",
    port: "Port",
    usualPort: "usual",
    user: "User name",
    noUser: "none",
    password: "Password",
    savedSecret: "Saved. Leave empty to keep it.",
    unverified: "Do not check this server’s certificate",
    unverifiedHint:
      "Anyone between Latchkey and the server could then read all mails and the password. While this is on, every admin sees a warning on every page.",
    smtp: { TLS: "TLS (port 465)", STARTTLS: "STARTTLS (port 587)", NONE: "None, on this machine only" },
    imap: { TLS: "TLS (port 993)", STARTTLS: "STARTTLS (port 143)", NONE: "None, on this machine only" },
    fromEnvironment: {
      TLS: "TLS",
      STARTTLS: "STARTTLS",
      IF_OFFERED: "STARTTLS where the server offers it",
      NONE: "None",
    } as Record<string, string>,
  },

  saveAndTest: "Save and test",
  saveAndTestHint: "Tests use everything as it stands above, also before it is saved.",
  saveAnyway: "Save anyway",
  test: "Send a test to me",
  testing: "Sending the test",
  check: "Check the mailbox",
  checking: "Opening the mailbox",
  whatTestsDo: (email: string) => `The test is a real mail to ${email}. Checking the mailbox reads no mail.`,
  testOk: "The test mail was accepted",
  testFailed: "The test mail was not sent",
  checkOk: "The mailbox is open to Latchkey",
  checkFailed: "The mailbox was not opened",
  lastTestFailed: "The last test failed",
  mailMayNotLeave: "Mail will probably not leave with these settings. Correct them and test again, or save anyway.",
  answersMayNotBeRead:
    "Answers will probably not be read with these settings. Correct them and check again, or save anyway.",
  findings,
  dkim,
  conversation: {
    title: "What was said, without secrets",
    server: "Server",
    client: "Latchkey",
    note: "",
    omitted: (characters: number) => `(${number(characters)} characters)`,
  },
  otherAddress: {
    title: (count: number, address: string) =>
      plural("en", count, {
        one: `One upcoming meeting was sent from ${address}`,
        other: `${number(count)} upcoming meetings were sent from ${address}`,
      }),
    text: "Nothing has been saved yet. Updates and cancellations of these meetings would come from the new address: many calendars then do not change the entry that is there, or show a second one.",
  },
  changedMeanwhile: "Somebody else changed the mail settings meanwhile. Load the page again to see them.",
  nothingChanged: "No changes to save.",
  saved: "Saved. It counts from the next mail on.",
  savedAndTried: (count: number) =>
    plural("en", count, {
      one: "Saved. It counts from the next mail on. 1 mail that waited is tried again now.",
      other: `Saved. It counts from the next mail on. ${number(count)} mails that waited are tried again now.`,
    }),
};
