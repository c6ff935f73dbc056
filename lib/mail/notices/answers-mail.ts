import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import type { Message } from "@/lib/mail/message/message";
import { wording } from "@/lib/mail/message/wording";
import type { AnswersNotice } from "@/lib/mail/notices/notice";
import {
  composeNotice,
  listBlock,
  noticeMessage,
  numberInWords,
  personInWords,
  shortName,
  viewerZoneOf,
} from "@/lib/mail/notices/notice-mail";
import { cleanLine } from "@/lib/text";
import { formatShort, zoneName } from "@/lib/time/when";

type Answered = AnswersNotice["answers"][number];

/** Tells the organiser who answered what, with what they wrote, and how many answers are still missing. */
export const composeAnswersNotice = (notice: AnswersNotice): ComposedMail =>
  composeNotice(notice, answersMessage(notice));

export function answersMessage(notice: AnswersNotice): Message {
  const { answers, counts, locale } = notice;
  const { notice: words, colon, quoted } = wording(locale);
  const said = {
    ACCEPTED: words.accepted,
    TENTATIVE: words.tentative,
    DECLINED: words.declined,
    NONE: words.proposed,
  };
  const saidOf = ({ answer, proposal, toAnotherTime }: Answered, name: string) =>
    !toAnotherTime ? said[answer](name) : proposal ? words.proposed(name) : words.toAnotherTime(said[answer](name));
  const count = numberInWords(answers.length, notice);
  const zone = viewerZoneOf(notice);
  const [only] = answers.length === 1 ? answers : [];
  const items = answers.map((answer) => {
    const at = formatShort(answer.at, zone, locale);
    const note = cleanLine(answer.note);
    const proposal = cleanLine(answer.proposal);
    return [
      `${saidOf(answer, personInWords(answer))} (${at})`,
      ...(answer.before ? [`${words.before}${colon} ${said[answer.before](shortName(answer))}`] : []),
      ...(note ? [`${words.note}${colon} ${quoted(note)}`] : []),
      ...(proposal ? [`${words.proposal}${colon} ${proposal}`] : []),
    ];
  });
  const number = (value: number) => numberInWords(value, notice);
  const inWords = words.counts({
    accepted: number(counts.accepted),
    tentative: number(counts.tentative),
    declined: number(counts.declined),
    open: number(counts.open),
  });
  return noticeMessage(
    notice,
    only ? saidOf(only, shortName(only)) : words.peopleAnswered(count),
    only ? words.oneAnswered : words.manyAnswered(count),
    [
      listBlock(notice, `${words.answered} (${zoneName(zone, locale)})`, items),
      { kind: "fact", label: words.summary, value: inWords },
    ],
    [words.howOften],
  );
}
