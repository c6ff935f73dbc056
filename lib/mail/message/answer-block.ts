import type { Invitation } from "@/lib/mail/message/invitation";
import type { Block } from "@/lib/mail/message/message";
import type { MailWords } from "@/lib/words/en/mails";

/**
 * Where to answer. The three links open the same page, which asks to confirm: following one, as mail scanners do, answers
 * nothing.
 */
export function answerBlock(invitation: Invitation, { answer }: MailWords): Block | null {
  const { kind, recipient, partstat, answerUrl } = invitation;
  if (kind === "CANCELLATION") return null;
  const open = partstat === "NEEDS-ACTION";
  if (kind === "REMINDER" && (recipient.isOrganiser || !open || !answerUrl)) return null;
  if (recipient.isOrganiser) return { kind: "note", text: answer.organisers };
  if (!answerUrl) return { kind: "note", text: answer.inCalendar };
  const said = { ACCEPTED: answer.accepted, TENTATIVE: answer.tentative, DECLINED: answer.declined };
  const moved = kind === "UPDATE" && invitation.changes.includes("time");
  const lead = open ? `${moved ? answer.again : answer.question} ${answer.here}` : `${said[partstat]} ${answer.change}`;
  const links = [
    { url: `${answerUrl}?answer=accept`, text: answer.accept },
    { url: `${answerUrl}?answer=tentative`, text: answer.maybe },
    { url: `${answerUrl}?answer=decline`, text: answer.decline },
  ];
  return { kind: "choices", lead, links };
}
