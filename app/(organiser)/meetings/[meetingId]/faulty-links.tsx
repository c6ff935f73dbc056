import { Banner } from "@/app/_components/banner";
import type { FaultyLink, LinkFault } from "@/lib/meetings/read/link-fault";
import { inWords } from "../in-words";
import { namesInWords } from "../names-in-words";
import { sendNewLinksAction } from "./actions";
import { ResendForm } from "./resend-form";

const reasons: Record<LinkFault, string> = {
  credential: "signed with a credential that is no longer in use",
  domain: "made for an address or settings of the domain that are no longer in use",
  room: "for another room",
  role: "for another role",
  window: "not open during the whole meeting",
};

/** People who would stand before a closed door with the link that they have, and one button for it. */
export function FaultyLinks({ meetingId, links }: { meetingId: string; links: FaultyLink[] }) {
  if (links.length === 0) return null;
  const faults = Object.keys(reasons) as LinkFault[];
  const groups = faults
    .map((fault) => ({ fault, people: links.filter((link) => link.fault === fault) }))
    .filter(({ people }) => people.length > 0);
  return (
    <Banner
      tone="warning"
      title={`${inWords(links.length, "person has a link", "people have links")} that no longer ${links.length === 1 ? "works" : "work"}`}
      action={
        <ResendForm
          action={sendNewLinksAction}
          values={{ meetingId }}
          label={links.length === 1 ? "Send a new link" : `Send ${links.length.toLocaleString("en")} new links`}
        />
      }
    >
      <ul>
        {groups.map(({ fault, people }) => (
          <li key={fault} className="wrap-anywhere">
            {namesInWords(people.map(({ name, email }) => name || email))}: {reasons[fault]}.
          </li>
        ))}
      </ul>
    </Banner>
  );
}
