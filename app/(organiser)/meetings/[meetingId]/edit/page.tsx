import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";
import { timeZoneGroups } from "@/app/_components/time-zones";
import { requireOrganiser } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { savedPlan } from "@/lib/meetings/read/saved-plan";
import { runtime } from "@/lib/runtime";
import type { Params } from "../load";
import { changeMeetingAction } from "./actions";
import { editDomains } from "./edit-domains";
import { EditForm } from "./edit-form";
import { initialState, savedReview } from "./initial-state";

export const metadata: Metadata = { title: "Change a meeting" };

type Props = { params: Params; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EditMeetingPage({ params, searchParams }: Props) {
  const organiser = await requireOrganiser();
  const { meetingId } = await params;
  const saved = isId(meetingId) ? await savedPlan(runtime().db, { meetingId, viewer: organiser }) : null;
  if (!saved) notFound();
  const now = new Date();
  const { room, review } = await searchParams;
  const changeRoom = room === "new";
  const ended = saved.status === "CANCELLED" ? "cancelled" : saved.plan.endsAt <= now ? "over" : null;
  return (
    <>
      <PageHeader back={{ href: `/meetings/${meetingId}`, label: saved.plan.title }} title="Change the meeting" />
      {ended ? (
        <EmptyState
          title={ended === "over" ? "This meeting is over" : "This meeting was cancelled"}
          action={<LinkButton href={`/meetings/${meetingId}`}>Open the meeting</LinkButton>}
        >
          Nothing of it can be changed any more.
        </EmptyState>
      ) : (
        <EditForm
          meetingId={meetingId}
          action={changeMeetingAction}
          initial={
            changeRoom || review === "untold"
              ? await savedReview(saved, { viewer: organiser, changeRoom })
              : initialState(saved)
          }
          organiser={{ name: organiser.name, email: organiser.email }}
          domains={await editDomains(saved)}
          timeZones={timeZoneGroups(now)}
        />
      )}
    </>
  );
}
