import type { Metadata } from "next";
import { Address } from "@/app/_components/address";
import { Badge } from "@/app/_components/badge";
import { Banner } from "@/app/_components/banner";
import { PageHeader } from "@/app/_components/page-header";
import { Tabs } from "@/app/_components/tabs";
import { pageWords } from "@/app/_words/page-words";
import type { Viewer } from "@/lib/auth";
import { resendAction } from "../../actions";
import { canResend, resendLabel } from "../can-resend";
import { resendOutcome } from "../delivery-state";
import { ResendForm } from "../resend-form";
import { AnswerHistory } from "./answer-history";
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
const viewsOf = (isAdmin: boolean): View[] => ["history", "mail", ...(isAdmin ? ["technical" as const] : [])];

/** One person of a meeting: what was mailed to them, and what it looks like. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { meetingId, participantId } = await params;
  const { organiser, person } = await personOf(meetingId, participantId);
  const { view: wanted, mail } = await searchParams;
  const { participant: words, deliveries } = pageWords();
  const isAdmin = organiser.role === "ADMIN";
  const views = viewsOf(isAdmin);
  const view = views.find((name) => name === wanted) ?? "history";
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
            {role === "MODERATOR" && <Badge>{words.moderator}</Badge>}
            {removedAt && <Badge>{words.removed}</Badge>}
          </>
        }
        description={
          <>
            {name && <Address>{email}</Address>}
            {name && isOrganiser && " · "}
            {isOrganiser && words.organiser}
          </>
        }
        actions={
          newest && (
            <ResendForm
              action={resendAction}
              values={{ meetingId, participantId }}
              label={resendLabel(newest, deliveries)}
              usable={canResend(meeting, newest, { now, removed: removedAt !== null })}
              outcome={resendOutcome(newest, deliveries)}
            />
          )
        }
      />
      <Tabs
        label={words.whatWasMailed}
        tabs={views.map((name) => ({
          href: name === "history" ? here : `${here}?view=${name}${chosen}`,
          label: words.views[name],
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
  const words = pageWords().participant;
  if (!preview) return <p className="text-ink-muted">{words.noMail}</p>;
  if (!preview.ok) {
    return (
      <Banner tone="danger" title={words.invalid}>
        {organiser.role === "ADMIN"
          ? preview.codes.map((code) => words.brokenRules[code]).join("; ")
          : words.invalidHint}
      </Banner>
    );
  }
  const src = typeof mail === "string" ? `${frame}?mail=${encodeURIComponent(mail)}` : frame;
  return <MailPreview preview={preview.mail} view={view} frame={src} timeZone={organiser.timeZone} />;
}
