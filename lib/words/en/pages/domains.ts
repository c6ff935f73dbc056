import { number } from "@/lib/words/en/pages/lists";
import { plural } from "@/lib/words/plural";

/** Jitsi servers that meetings are held on. */
export const domains = {
  title: "Domains",
  description: "The Jitsi servers that meetings can be held on.",
  add: "Add a domain",
  inUse: "Domains in use",
  archivedOnes: "Archived domains",
  archived: "Archived",
  defaultOne: "Default",
  columns: { name: "Name", server: "Server", credential: "Credential", upcoming: "Upcoming meetings" },
  appId: (appId: string) => `App ID ${appId}`,
  missing: "Missing",
  none: {
    title: "No domain to meet on yet",
    text: "A domain is your Jitsi server, such as meet.example.org. Latchkey shares an app secret with it and signs a personal link for every participant. Without a link nobody enters.",
  },

  new: {
    description: "Connect a Jitsi server. The secret lets Latchkey create personal links.",
    submit: "Add domain",
  },
  page: {
    title: "Domain",
    upcoming: (count: number) =>
      count === 0
        ? "no upcoming meetings"
        : plural("en", count, { one: "one upcoming meeting", other: `${number(count)} upcoming meetings` }),
    settings: "Settings",
    settingsHint: "Applies to mails not sent yet. New opening times apply to new meetings only.",
    lines: "Lines for the Jitsi server",
    linesHint:
      "With them the server accepts Latchkey’s tokens and makes only their moderators moderators. Put the app secret where the placeholder is.",
    archive: "Archive",
    archiveHint: "No more meetings can be scheduled here. You can undo this.",
  },

  fields: {
    url: "Address of the Jitsi server",
    urlHint: "For example meet.example.org, or https://meet.example.org/tenant",
    label: "Name",
    labelHint: "What organisers see. If left empty, the address is shown.",
    opensBefore: "Links open before the start",
    closesAfter: "Links still work after the end",
    unitOf: (label: string) => `${label}: unit`,
    minutes: "minutes",
    hours: "hours",
    isDefault: "Default domain",
    isDefaultHint: "Preselected when a meeting is scheduled.",
    staysDefaultHint: "Preselected when a meeting is scheduled, until another domain is the default.",
    advanced: "Advanced: subject and audience",
    subject: "Subject",
    subjectHint:
      "Who the tokens are for (sub). If left empty, the server’s host or tenant is used. Enter * for a server that serves several.",
    audience: "Audience",
    audienceHint:
      "Which service the tokens are for (aud). If left empty, jitsi is used. It matters only if the server lists the audiences it accepts.",
    appId: "App ID",
    appIdHint: "The app_id (accepted issuer) on your Jitsi server. Keep “latchkey” for a new set-up.",
    appSecret: "App secret",
    appSecretHint: "Anyone with this secret can enter every room. We encrypt it and never show it again.",
    generate: "Generate one for me",
    generateHint: "256 random bits. You see it once, with the lines to paste into Jitsi.",
    paste: "Use my own",
    pasteHint: "The secret your Jitsi server already has.",
    pasted: "Your app secret",
    pastedHint: "As it stands on the server, without quotes around it. At least 32 characters.",
  },
  saveChanges: "Save changes",
  saveAnyway: "Save anyway",
  saved: "Saved. Invitations that are already out keep what they say.",
  breaks: {
    title: (links: number) =>
      plural("en", links, {
        one: "One link already mailed stops working with this change",
        other: `${number(links)} links already mailed stop working with this change`,
      }),
    text: "They lead to the old address, or the Jitsi server will no longer accept them. Their meetings’ pages will offer to send new ones. Nothing is saved yet.",
  },

  credential: {
    title: "Credential",
    description: "We encrypt the app secret and never show it again. The fingerprint tells two secrets apart.",
    replace: "Replace credential",
    set: "Set credential",
    appId: "App ID",
    setAt: "Secret set",
    setBy: "Set by",
    fingerprint: "Fingerprint",
    noneTitle: "There is no credential",
    none: "Without one no link can be signed, so organisers cannot choose this domain.",
    pageDescription:
      "The app ID and secret that sign links to this domain. Change them here and on the Jitsi server together.",
    confirmBreaking: "I understand that these links stop working",
    confirm: "I will change it on the Jitsi server as well",
    keep: "Keep the current one",
    noLinks: "No mailed link depends on the current secret",
    signedWithNew: "Invitations that are not out yet are signed with the new one.",
    breaks: (links: number) =>
      plural("en", links, {
        one: "One link already mailed stops working when the Jitsi server gets the new secret",
        other: `${number(links)} links already mailed stop working when the Jitsi server gets the new secret`,
      }),
    sendAgain:
      "Send the invitations again from their meetings’ pages afterwards: each then has a link that works. Invitations that are not out yet are signed with the new secret.",
  },
  made: {
    title: "This is the only time you see this app secret",
    text: "Copy it, or the lines below with it, into your Jitsi server now. We encrypt it and never show it again, not even after a reload. If it is lost, generate a new one.",
    appSecret: "App secret",
    fingerprint: (fingerprint: string) => `Fingerprint ${fingerprint}`,
    lines: "Lines for the Jitsi server",
    copied: "I have copied it, continue",
  },
  paste: {
    packages: "Jitsi from Debian or Ubuntu packages",
    installFirst: "First install this package:",
    changeProsody:
      "Then change these lines in Prosody’s file for the host. Where a block of that name exists, put the lines into it and keep what else it enables.",
    changeJicofo:
      "Add this to Jicofo’s file, so that nobody becomes moderator by being first. Then restart prosody, jicofo and jitsi-videobridge2.",
    docker: "Jitsi in docker",
    changeEnv: "Put these lines into the .env file beside docker-compose.yml. Then recreate the containers.",
    envTitle: ".env of docker-jitsi-meet",
  },

  archive: {
    notDone: "That was not done",
    upcoming: (count: number) =>
      plural("en", count, {
        one: "One upcoming meeting is held on this domain",
        other: `${number(count)} upcoming meetings are held on this domain`,
      }),
    theyStay:
      "They stay and can be changed, and their links keep working as long as the Jitsi server does. No other meeting can be scheduled here or moved here.",
    submit: "Archive domain",
    anyway: "Archive anyway",
    pending: "Archiving",
  },
  restore: {
    title: "This domain is archived",
    text: "No other meeting can be scheduled on it. Meetings held here can still be changed. Mailed links keep working as long as the Jitsi server does.",
    submit: "Restore domain",
    pending: "Restoring",
    done: "Restored.",
  },
};
