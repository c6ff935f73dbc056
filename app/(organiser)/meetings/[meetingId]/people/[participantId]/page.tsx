import type { Metadata } from "next";
import { Address } from "@/app/_components/address";
import { Badge } from "@/app/_components/badge";
import { Banner } from "@/app/_components/banner";
import { PageHeader } from "@/app/_components/page-header";
import { Tabs } from "@/app/_components/tabs";
import type { Viewer } from "@/lib/auth";
import { resendAction } from "../../actions";
import { AnswerHistory } from "../../answer-history";
import { canResend, resendLabel } from "../../can-resend";
import { sentAgain } from "../../delivery-in-words";
import { ResendForm } from "../../resend-form";
import { type PersonParams, personOf, previewOf } from "./load-person";
import { MailHistory } from "./mail-history";
import { MailPreview, type PreviewView } from "./mail-preview";

type Query = Record<string, string | string[] | undefined>;
type Props = { params: PersonParams; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { meetingId, participantId } = await params;
  const { person } = await personOf(meetingId, participantId);
  return { title: person.name || person.email };
}

type View = PreviewView | "history";

/** How a mail is made up is for whoever looks after the mail server. */
const viewsOf = (isAdmin: boolean): [View, string][] => [
  ["history", "History"],
  ["mail", "Mail"],
  ...(isAdmin ? ([["technical", "Technical details"]] as [View, string][]) : []),
];

/** One person of a meeting: what was mailed to them, and what it looks like. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { meetingId, participantId } = await params;
  const { organiser, person } = await personOf(meetingId, participantId);
  const { view: wanted, mail } = await searchParams;
  const isAdmin = organiser.role === "ADMIN";
  const views = viewsOf(isAdmin);
  const view = views.find(([name]) => name === wanted)?.[0] ?? "history";
  const { meeting, name, email, role, isOrganiser, removedAt } = person;
  const now = new Date();
  const newest = person.mails.find(({ kind }) => kind !== "REMINDER" && kind !== "NOTICE");
  const here = `/meetings/${meetingId}/people/${participantId}`;
  const chosen = typeof mail === "string" ? `&mail=${mail}` : "";
  return (
    <>
      <PageHeader
        back={{ href: `/meetings/${meetingId}`, label: meeting.title }}
        title={name || email}
        badge={
          <>
            {role === "MODERATOR" && <Badge>Moderator</Badge>}
            {removedAt && <Badge>Removed</Badge>}
          </>
        }
        description={
          <>
            {name && <Address>{email}</Address>}
            {name && isOrganiser && " · "}
            {isOrganiser && "Organiser"}
          </>
        }
        actions={
          newest && (
            <ResendForm
              action={resendAction}
              values={{ meetingId, participantId }}
              label={resendLabel(newest)}
              usable={canResend(meeting, newest, { now, removed: removedAt !== null })}
              outcome={sentAgain(newest)}
            />
          )
        }
      />
      <Tabs
        label="What was mailed"
        tabs={views.map(([name, label]) => ({
          href: name === "history" ? here : `${here}?view=${name}${chosen}`,
          label,
          current: name === view,
        }))}
      />
      {view === "history" ? (
        <>
          <AnswerHistory participantId={person.id} meeting={meeting} timeZone={organiser.timeZone} />
          <MailHistory person={person} timeZone={organiser.timeZone} now={now} technical={isAdmin} />
        </>
      ) : (
        <Preview participantId={participantId} organiser={organiser} view={view} mail={mail} frame={`${here}/html`} />
      )}
    </>
  );
}

type PreviewProps = {
  participantId: string;
  organiser: Viewer;
  view: PreviewView;
  mail: unknown;
  frame: string;
};

async function Preview({ participantId, organiser, view, mail, frame }: PreviewProps) {
  const preview = await previewOf(participantId, organiser, mail);
  if (!preview) return <p className="text-ink-muted">There is no mail to look at.</p>;
  if (!preview.ok) {
    return (
      <Banner tone="danger" title="This mail is not sent: its calendar entry breaks a rule">
        {organiser.role === "ADMIN" ? preview.reasons.join("; ") : "This is a fault of Latchkey: tell an admin."}
      </Banner>
    );
  }
  const src = typeof mail === "string" ? `${frame}?mail=${encodeURIComponent(mail)}` : frame;
  return <MailPreview preview={preview.mail} view={view} frame={src} timeZone={organiser.timeZone} />;
}
