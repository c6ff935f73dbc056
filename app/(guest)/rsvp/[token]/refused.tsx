import { GuestShell } from "@/app/_components/guest-shell";
import type { Asked } from "@/app/asked";
import type { AnswerRefusal } from "@/lib/answers/refusal";
import { FactsAsked, WhenAsked } from "./meeting-asked";

/** There is nothing to answer, and here is why. Only who is invited is told which meeting it is about. */
export function Refused({ asked, reason }: { asked: Asked; reason: AnswerRefusal }) {
  const { person, words } = asked;
  const { title, text } = {
    removed: { title: words.removedTitle, text: words.removed },
    cancelled: { title: words.cancelledTitle, text: words.cancelled },
    over: { title: words.overTitle, text: words.over },
    organiser: { title: words.ownTitle, text: words.own },
  }[reason];
  return (
    <GuestShell title={title} description={text}>
      {reason !== "removed" && (
        <section className="flex flex-col gap-3">
          <h2 dir="auto" className="wrap-anywhere font-semibold text-lg">
            {person.title}
          </h2>
          <WhenAsked asked={asked} />
          <FactsAsked asked={asked} whole />
        </section>
      )}
    </GuestShell>
  );
}
