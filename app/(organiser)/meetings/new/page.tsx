import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { pageLanguage } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import { findMailChoice } from "@/lib/accounts/mail-choice";
import { requireOrganiser } from "@/lib/auth";
import { domainChoices } from "@/lib/domains/queries";
import { reminderValues } from "@/lib/reminders/minutes";
import { runtime } from "@/lib/runtime";
import { wallTimeOf } from "@/lib/time/wall-time";
import { timeZoneGroups } from "@/lib/time/zone-groups";
import { currentTimeZoneName } from "@/lib/time/zone-names";
import { NoDomain } from "../no-domain";
import { saveMeetingAction } from "./actions";
import { NewMeetingForm } from "./new-meeting-form";

export const metadata: Metadata = { title: pageWords().meetings.schedule };

export default async function NewMeetingPage() {
  const organiser = await requireOrganiser();
  const domains = await domainChoices(runtime().db);
  const words = pageWords().meetings;
  const now = new Date();
  const timeZone = currentTimeZoneName(organiser.timeZone);
  const { date, time } = nextStart(now, timeZone);
  const { locale, reminderMinutes } = await findMailChoice(runtime().db, organiser.id);
  const mails = { locale, ...reminderValues(reminderMinutes) };
  const initial = { submissionKey: randomUUID(), date, startTime: time, length: "60", timeZone, ...mails };
  return (
    <>
      <PageHeader back={{ href: "/meetings", label: words.title }} title={words.schedule} />
      {domains.length === 0 ? (
        <NoDomain isAdmin={organiser.role === "ADMIN"} />
      ) : (
        <NewMeetingForm
          action={saveMeetingAction}
          initial={initial}
          organiser={{ name: organiser.name, email: organiser.email }}
          domains={domains}
          timeZones={timeZoneGroups(now, pageLanguage)}
        />
      )}
    </>
  );
}

const halfHourMs = 30 * 60_000;

/** The next full or half hour that leaves ten minutes to fill in the form, on the clocks of the zone. */
function nextStart(now: Date, timeZone: string): { date: string; time: string } {
  const soon = now.getTime() + 10 * 60_000;
  const { time } = wallTimeOf(new Date(soon), timeZone);
  const past = (Number(time.slice(3)) % 30) * 60_000 + (soon % 60_000);
  return wallTimeOf(new Date(past === 0 ? soon : soon - past + halfHourMs), timeZone);
}
