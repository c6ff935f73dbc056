import type { Metadata } from "next";
import { Banner } from "@/app/_components/banner";
import { LinkButton } from "@/app/_components/button";
import { GuestShell } from "@/app/_components/guest-shell";
import { type Asked, askedOf, requireAsked } from "@/app/asked";
import { choiceOf } from "@/lib/answers/answer-form";
import { answerRefusal } from "@/lib/answers/refusal";
import { languageChoices } from "@/lib/locale";
import { writeTime } from "@/lib/time/start-and-end";
import { answerAction } from "./actions";
import { AnswerForm } from "./answer-form";
import { choiceGiven, formWords } from "./form-words";
import { FactsAsked, OtherTime, WhenAsked } from "./meeting-asked";
import { Refused } from "./refused";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await askedOf((await params).token);
  // Somebody who was removed is not told how the meeting is called by now.
  const title = asked && !asked.person.removedAt && asked.words.pageTitle(asked.person.title);
  return title ? { title } : {};
}

/** Shows, and changes nothing, however often a mail scanner opens it. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const { token } = await params;
  const asked = await requireAsked(token);
  const { person, locale, words } = asked;
  const { answer, saved } = await searchParams;
  const isSaved = saved !== undefined && person.answer !== "NONE";
  const refusal = answerRefusal(person, new Date());
  if (refusal) return <Refused asked={asked} reason={refusal} />;
  // What was pressed in a mail is a choice for the time that the mail says.
  const chosen = person.outdatedTime ? undefined : choiceOf(answer);
  const given = choiceGiven(person.answer);
  return (
    <GuestShell title={person.title} description={words.invites(person.organiser)}>
      <AnswerForm
        action={answerAction}
        token={token}
        time={writeTime(person)}
        locale={locale}
        languages={languageChoices}
        zone={{ shown: person.ownZone ?? person.timeZone, isOwn: person.ownZone !== null }}
        words={formWords(asked)}
        when={<WhenAsked asked={asked} />}
        facts={
          <>
            <OtherTime asked={asked} />
            <FactsAsked asked={asked} whole={isSaved} />
          </>
        }
        saved={isSaved ? <Saved token={token} asked={asked} /> : null}
        choice={{ value: chosen ?? given, unsent: chosen !== undefined && chosen !== given }}
        note={person.answeredOther?.note ?? person.answerNote}
      />
    </GuestShell>
  );
}

function Saved({ token, asked: { person, words } }: { token: string; asked: Asked }) {
  return (
    <>
      <div role="status">
        <Banner tone="success" title={words.thanks}>
          {words.thanksMore(person.organiser)}
        </Banner>
      </div>
      <LinkButton href={`/rsvp/${token}`}>{words.change}</LinkButton>
    </>
  );
}
