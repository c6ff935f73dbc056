import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";
import { pageLanguage } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { requireOrganiser } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { runtime } from "@/lib/runtime";
import { timeZoneGroups } from "@/lib/time/zone-groups";
import type { Params } from "../load";
import { changeMeetingAction } from "./actions";
import { editDomains } from "./edit-domains";
import { EditForm } from "./edit-form";
import { savedForm, savedReview } from "./load-form";

export const metadata: Metadata = { title: pageWords().review.title };

type Props = { params: Params; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EditMeetingPage({ params, searchParams }: Props) {
  const organiser = await requireOrganiser();
  const { meetingId } = await params;
  const saved = isId(meetingId) ? await savedMeeting(runtime().db, { meetingId, viewer: organiser }) : null;
  if (!saved) notFound();
  const words = pageWords().review;
  const now = new Date();
  const { room, review } = await searchParams;
  const changeRoom = room === "new";
  const ended = saved.status === "CANCELLED" ? "cancelled" : saved.input.endsAt <= now ? "over" : null;
  return (
    <>
      <PageHeader back={{ href: `/meetings/${meetingId}`, label: saved.input.title }} title={words.title} />
      {ended ? (
        <EmptyState
          title={words.ended[ended]}
          action={<LinkButton href={`/meetings/${meetingId}`}>{words.refused.open}</LinkButton>}
        >
          {words.ended.hint}
        </EmptyState>
      ) : (
        <EditForm
          meetingId={meetingId}
          action={changeMeetingAction}
          initial={
            changeRoom || review === "outdated"
              ? await savedReview(saved, { viewer: organiser, changeRoom })
              : savedForm(saved)
          }
          organiser={{ name: organiser.name, email: organiser.email }}
          domains={await editDomains(saved)}
          timeZones={timeZoneGroups(now, pageLanguage)}
        />
      )}
    </>
  );
}
