import { Banner } from "@/app/_components/banner";
import { Button } from "@/app/_components/button";
import { useWords } from "@/app/_words/use-words";
import { type StaleLinkGroup, staleLinkLines, staleLinkTone } from "../problems/stale-link-groups";

/** A link that is out cannot be recalled; another room makes it worthless. Said before saving, with the button for it. */
export function StaleLinks({ groups, changeRoom }: { groups: StaleLinkGroup[]; changeRoom: boolean }) {
  const { review, problems } = useWords();
  const { staleLinks } = problems;
  const button = (intent: string, label: string) => (
    <Button type="submit" name="intent" value={intent} size="small">
      {label}
    </Button>
  );
  if (changeRoom) {
    return (
      <Banner tone="info" title={review.room.isNew} action={button("keep-room", review.room.keep)}>
        {review.room.newHint}
      </Banner>
    );
  }
  if (groups.length === 0) return null;
  return (
    <Banner tone={staleLinkTone(groups)} title={staleLinks.title} action={button("change-room", staleLinks.changeRoom)}>
      <ul className="flex flex-col gap-1">
        {staleLinkLines(groups, staleLinks).map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
      <p className="mt-1">{review.room.changeHint}</p>
    </Banner>
  );
}
