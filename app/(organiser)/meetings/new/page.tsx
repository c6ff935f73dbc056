import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { currentTimeZoneName, timeZoneGroups } from "@/app/_components/time-zones";
import { findMailChoice } from "@/lib/accounts/mail-choice";
import { requireOrganiser } from "@/lib/auth";
import { domainChoices } from "@/lib/domains/queries";
import { reminderValues } from "@/lib/reminders/offered";
import { runtime } from "@/lib/runtime";
import { NoDomain } from "../no-domain";
import { saveMeetingAction } from "./actions";
import { NewMeetingForm } from "./new-meeting-form";
import { nextStart } from "./next-start";

export const metadata: Metadata = { title: "Schedule a meeting" };

export default async function NewMeetingPage() {
  const organiser = await requireOrganiser();
  const domains = await domainChoices(runtime().db);
  const now = new Date();
  const timeZone = currentTimeZoneName(organiser.timeZone);
  const { date, time } = nextStart(now, timeZone);
  const { locale, reminderMinutes } = await findMailChoice(runtime().db, organiser.id);
  const mails = { locale, ...reminderValues(reminderMinutes) };
  const initial = { submissionKey: randomUUID(), date, startTime: time, length: "60", timeZone, ...mails };
  return (
    <>
      <PageHeader back={{ href: "/meetings", label: "Meetings" }} title="Schedule a meeting" />
      {domains.length === 0 ? (
        <NoDomain isAdmin={organiser.role === "ADMIN"} />
      ) : (
        <NewMeetingForm
          action={saveMeetingAction}
          initial={initial}
          organiser={{ name: organiser.name, email: organiser.email }}
          domains={domains}
          timeZones={timeZoneGroups(now)}
        />
      )}
    </>
  );
}
