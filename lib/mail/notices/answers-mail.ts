import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import type { Message } from "@/lib/mail/message/message";
import type { AnswersNotice } from "@/lib/mail/notices/notice";
import {
  listBlock,
  noticeMessage,
  personInWords,
  shortName,
  viewerZoneOf,
  writeNoticeMail,
} from "@/lib/mail/notices/notice-mail";
import { cleanLine } from "@/lib/text";
import { formatProposal, formatShort, zoneName } from "@/lib/time/when";
import { wordsIn } from "@/lib/words/words-in";

type Answered = AnswersNotice["answers"][number];

export const composeAnswersNotice = (notice: AnswersNotice): Promise<ComposedMail> =>
  writeNoticeMail(notice, answersMessage(notice));

export function answersMessage(notice: AnswersNotice): Message {
  const { answers, counts, locale } = notice;
  const { notices: words, mails } = wordsIn(locale);
  const { colon, quoted } = mails;
  const saidOf = ({ answer, proposal, toAnotherTime }: Answered, name: string) => {
    if (!toAnotherTime) return words.said[answer](name);
    return proposal ? words.said.NONE(name) : words.saidOfOtherTime[answer](name);
  };
  const zone = viewerZoneOf(notice);
  const [only] = answers.length === 1 ? answers : [];
  const items = answers.map((answer) => {
    const at = formatShort(answer.at, zone, locale);
    const note = cleanLine(answer.note);
    const { proposal } = answer;
    return [
      `${saidOf(answer, personInWords(answer))} (${at})`,
      ...(answer.before ? [`${words.before}${colon} ${words.said[answer.before](shortName(answer))}`] : []),
      ...(note ? [`${words.note}${colon} ${quoted(note)}`] : []),
      ...(proposal ? [`${words.proposal}${colon} ${formatProposal(proposal, zone, locale)}`] : []),
    ];
  });
  return noticeMessage(
    notice,
    only ? saidOf(only, shortName(only)) : words.peopleAnswered(answers.length),
    words.answeredYou(answers.length),
    [
      listBlock(notice, `${words.answered} (${zoneName(zone, locale)})`, items),
      { kind: "fact", label: words.summary, value: words.counts(counts) },
    ],
    [words.howOften],
  );
}
