import type { ReactNode } from "react";
import { Banner } from "@/app/_components/banner";
import { namesInWords } from "./names-in-words";
import type { OldLinkGroup } from "./old-link-groups";

type Props = { groups: OldLinkGroup[]; action: ReactNode; children?: ReactNode };

/** Whose links still open the room, and until when: in the review of a change, and on the page after it. */
export function OldLinkBanner({ groups, action, children }: Props) {
  if (groups.length === 0) return null;
  return (
    <Banner
      tone={groups.some(({ why }) => why !== "time") ? "warning" : "info"}
      title="Links from earlier mails still work"
      action={action}
    >
      <ul className="flex flex-col gap-1">
        {groups.map((group) => (
          <li key={`${group.why} ${group.from} ${group.until}`} className="wrap-anywhere">
            {oldLinkInWords(group)}
          </li>
        ))}
      </ul>
      {children}
    </Banner>
  );
}

function oldLinkInWords({ names, why, from, until }: OldLinkGroup): string {
  const who = namesInWords(names);
  if (why === "removed") return `${who}, removed, can still go in with the old link until ${until}.`;
  if (why === "role") return `${who} can still go in as moderator with the old link until ${until}.`;
  return `${who}: the old ${names.length === 1 ? "link opens" : "links open"} the room from ${from} until ${until}.`;
}
