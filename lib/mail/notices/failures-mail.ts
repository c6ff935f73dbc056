import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import { explanationOf } from "@/lib/mail/ledger/reasons";
import type { Message } from "@/lib/mail/message/message";
import type { FailuresNotice } from "@/lib/mail/notices/notice";
import { listBlock, noticeMessage, personInWords, shortName, writeNoticeMail } from "@/lib/mail/notices/notice-mail";
import { cleanLine } from "@/lib/text";
import { wordsIn } from "@/lib/words/words-in";

export const composeFailuresNotice = (notice: FailuresNotice): Promise<ComposedMail> =>
  writeNoticeMail(notice, failuresMessage(notice));

export function failuresMessage(notice: FailuresNotice): Message {
  const { failures, locale } = notice;
  const { notices: words, mails, reasons } = wordsIn(locale);
  const { colon, quoted } = mails;
  const items = failures.map((failure) => {
    const { reason, lastReason, serverText } = explanationOf(failure);
    const said = cleanLine(serverText ?? "");
    return [
      personInWords(failure),
      (failure.bounced ? words.bounced : words.refused)[failure.kind],
      ...(reason ? [`${words.reason}${colon} ${reasons.why[reason]}`] : []),
      ...(lastReason ? [reasons.lastAttempt(reasons.why[lastReason])] : []),
      ...(said ? [`${words.serverSays}${colon} ${quoted(said)}`] : []),
    ];
  });
  return noticeMessage(
    notice,
    failuresSubject(notice),
    words.notSent,
    [listBlock(notice, words.failed, items)],
    [words.nothingElse],
  );
}

// One person may have missed several mails.
function failuresSubject(notice: FailuresNotice): string {
  const { failures, locale } = notice;
  const { notices: words } = wordsIn(locale);
  const people = new Map(failures.map((failure) => [failure.email, failure]));
  const [first] = people.values();
  const notInvited = failures.every(({ kind }) => kind === "INVITATION");
  if (people.size === 1 && first) return (notInvited ? words.oneNotInvited : words.oneNotTold)(shortName(first));
  return (notInvited ? words.manyNotInvited : words.manyNotTold)(people.size);
}
