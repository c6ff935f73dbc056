import { cancelledInWords, organiserName } from "@/lib/mail/message/calendar-text";
import { changesInWords } from "@/lib/mail/message/changes-in-words";
import type { MeetingMail } from "@/lib/mail/message/meeting-mail";
import type { Block, Message } from "@/lib/mail/message/message";
import { startsInWords } from "@/lib/mail/message/starts-in-words";
import { cleanLine, cleanText } from "@/lib/text";
import { formatForSubject, otherTime, spanParts, whenLines } from "@/lib/time/when";
import { isTimeZone } from "@/lib/time/zone-offset";
import type { MailWords } from "@/lib/words/en/mails";
import { wordsIn } from "@/lib/words/words-in";

export function messageOf(mail: MeetingMail): Message {
  const { locale, kind, recipient, startsAt, endsAt, timeZone } = mail;
  const words = wordsIn(locale).mails;
  const viewerZone = recipient.timeZone && isTimeZone(recipient.timeZone) ? recipient.timeZone : timeZone;
  const title = cleanLine(mail.title);
  const description = kind === "CANCELLATION" ? "" : cleanText(mail.description);
  const changes = kind === "UPDATE" ? changesInWords(mail, viewerZone) : [];
  const blocks: (Block | null)[] = [
    changes.length > 0 ? { kind: "list", label: words.changes.label, items: changes.map((change) => [change]) } : null,
    kind === "REMINDER" ? movedBlock(mail, words) : null,
    { kind: "lines", label: words.when, lines: whenLines({ startsAt, endsAt, timeZone, viewerZone, locale }) },
    { kind: "fact", label: words.organiser, value: organiserName(mail) },
    linkBlock(mail, words, viewerZone),
    answerBlock(mail, words),
    kind === "CANCELLATION" ? { kind: "note", text: mail.removed ? words.removedAdvice : words.cancelledAdvice } : null,
    description ? { kind: "prose", text: description } : null,
  ];
  return {
    locale,
    subject: `${subjectOf(mail, words)}${words.colon} ${title} (${formatForSubject(startsAt, viewerZone, locale)})`,
    intro: introOf(mail, words),
    title,
    colon: words.colon,
    blocks: blocks.filter((block) => block !== null),
  };
}

const isRepeat = ({ kind, changes }: MeetingMail): boolean => kind === "UPDATE" && changes.length === 0;

function subjectOf(mail: MeetingMail, { subject }: MailWords): string {
  const { kind, removed, recipient } = mail;
  if (kind === "CANCELLATION") return removed ? subject.removed : subject.cancelled;
  if (kind === "REMINDER") return subject.reminder;
  if (kind === "UPDATE") return isRepeat(mail) ? subject.again : subject.update;
  return recipient.isOrganiser ? subject.own : subject.invitation;
}

function introOf(mail: MeetingMail, words: MailWords): string {
  const { kind, recipient, changes } = mail;
  const { intro } = words;
  if (kind === "CANCELLATION") return cancelledInWords(mail);
  if (kind === "REMINDER") return startsInWords(mail, words);
  const organiser = organiserName(mail);
  const [yours, theirs] = isRepeat(mail)
    ? [intro.yoursAgain, intro.again]
    : kind === "UPDATE"
      ? [intro.youChanged, intro.changed]
      : [intro.scheduled, intro.invited];
  if (recipient.isOrganiser) return yours;
  const says = theirs(organiser);
  const isNews = recipient.role === "MODERATOR" && !(kind === "UPDATE" && changes.includes("role"));
  return isNews ? `${says} ${intro.moderator}` : says;
}

function movedBlock(mail: MeetingMail, words: MailWords): Block | null {
  const { changes, previous, recipient } = mail;
  if (!previous || !changes.includes("time")) return null;
  return { kind: "note", text: words.moved(otherTime(previous, { ...mail, viewerZone: recipient.timeZone })) };
}

function linkBlock(mail: MeetingMail, words: MailWords, viewerZone: string): Block | null {
  const { locale, personalLink, linkWorks, recipient } = mail;
  if (personalLink === null) return null;
  const works =
    linkWorks && spanParts({ startsAt: linkWorks.from, endsAt: linkWorks.until, timeZone: viewerZone, locale });
  const yours = recipient.isOrganiser ? words.organisersLink : words.yourLink;
  return {
    kind: "button",
    url: personalLink,
    text: recipient.isOrganiser ? words.start : words.join,
    notes: works ? [words.linkWorks(works), yours] : [yours],
  };
}

/** The links open a page that asks to confirm: mail scanners follow links. */
function answerBlock(mail: MeetingMail, { answer }: MailWords): Block | null {
  const { kind, recipient, partstat, answerUrl } = mail;
  if (kind === "CANCELLATION") return null;
  const open = partstat === "NEEDS-ACTION";
  if (kind === "REMINDER" && (recipient.isOrganiser || !open || !answerUrl)) return null;
  if (recipient.isOrganiser) return { kind: "note", text: answer.organisers };
  if (!answerUrl) return { kind: "note", text: answer.inCalendar };
  const said = { ACCEPTED: answer.accepted, TENTATIVE: answer.tentative, DECLINED: answer.declined };
  const moved = kind === "UPDATE" && mail.changes.includes("time");
  const lead = open ? `${moved ? answer.again : answer.question} ${answer.here}` : `${said[partstat]} ${answer.change}`;
  const links = [
    { url: `${answerUrl}?answer=accept`, text: answer.accept },
    { url: `${answerUrl}?answer=tentative`, text: answer.maybe },
    { url: `${answerUrl}?answer=decline`, text: answer.decline },
  ];
  return { kind: "choices", lead, links };
}
