import { z } from "zod";
import type { Database } from "@/lib/db";
import { linkFaults } from "@/lib/meetings/read/link-fault";
import { outdatedCount } from "@/lib/meetings/read/outdated";
import { type UndeliveredCounts, undeliveredCounts } from "@/lib/meetings/read/undelivered";
import { isVisibleTo, type MeetingViewer } from "@/lib/meetings/read/visible-to";
import { isNotOver, isUpcoming, occurrencesOfMeetings } from "@/lib/occurrences/upcoming";
import { answerCountsInSql } from "@/lib/participants/current-answer";
import { cleanLine } from "@/lib/text";
import { Prisma } from "@/prisma/generated/client";

export const pageSize = 25;

/** The query string of a list page. `after` is a position, so every page costs the same. */
export const listQuery = z.object({
  show: z.enum(["upcoming", "past"]).catch("upcoming"),
  q: z.string().max(200).catch(""),
  after: z.string().max(200).catch(""),
  before: z.string().max(200).catch(""),
});

export type ListQuery = z.output<typeof listQuery>;

export type ListedMeeting = {
  id: string;
  occurrenceId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  status: "CONFIRMED" | "CANCELLED";
  domain: string;
  /** Without the organiser. */
  participants: number;
  /** Answers to its current time. */
  accepted: number;
  tentative: number;
  declined: number;
  faultyLinks: number;
  outdated: number;
} & UndeliveredCounts;

export type MeetingListPage = { meetings: ListedMeeting[]; older: string | null; newer: string | null };

/**
 * One page of an organiser's meetings. Upcoming ones come soonest first, past ones latest first.
 * Keyset pages over (organiserId, startsAt, id) of occurrences.
 */
export async function listMeetings(
  db: Database,
  { viewer, query, now }: { viewer: MeetingViewer; query: ListQuery; now: Date },
): Promise<MeetingListPage> {
  const upcoming = query.show === "upcoming";
  const position = readPosition(query.before || query.after);
  const backwards = query.before !== "" && position !== null;
  // Going back reads the page in reverse order, then reverses it.
  const ascending = upcoming !== backwards;
  const order = Prisma.raw(ascending ? "ASC" : "DESC");
  const found = await db.prisma.$queryRaw<{ id: string; startsAt: Date }[]>`
    SELECT oc."id", oc."startsAt" FROM ${occurrencesOfMeetings}
    WHERE ${isVisibleTo(viewer)}
      AND ${timeFilter(upcoming, now)} AND ${search(query.q)} AND ${beyond(position, ascending)}
    ORDER BY oc."startsAt" ${order}, oc."id" ${order} LIMIT ${pageSize + 1}`;
  const more = found.length > pageSize;
  const page = found.slice(0, pageSize);
  if (backwards) page.reverse();
  const [first, last] = [page.at(0), page.at(-1)];
  return {
    meetings: await rowsOf(
      db,
      page.map((row) => row.id),
      now,
    ),
    newer: first && (backwards ? more : position !== null) ? writePosition(first) : null,
    older: last && (backwards || more) ? writePosition(last) : null,
  };
}

const timeFilter = (upcoming: boolean, now: Date) =>
  upcoming ? isNotOver(now) : Prisma.sql`oc."endsAt" <= ${now} AND oc."startsAt" < ${now}`;

const maxSearchWords = 10;

/** The title contains every word typed, in any place and script. */
function search(text: string) {
  const words = cleanLine(text).split(" ").filter(Boolean).slice(0, maxSearchWords);
  if (words.length === 0) return Prisma.sql`TRUE`;
  const contained = words.map((word) => Prisma.sql`m."title" ILIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  return Prisma.join(contained, " AND ");
}

type Position = { startsAt: Date; id: string };

function beyond(position: Position | null, ascending: boolean) {
  if (!position) return Prisma.sql`TRUE`;
  const after = Prisma.raw(ascending ? ">" : "<");
  return Prisma.sql`(oc."startsAt", oc."id") ${after} (${position.startsAt}, ${position.id}::uuid)`;
}

const writePosition = ({ startsAt, id }: Position) => `${startsAt.getTime()}~${id}`;

function readPosition(text: string): Position | null {
  const [time, id] = text.split("~");
  const startsAt = new Date(Number(time));
  // PostgreSQL refuses other years; an empty page is better than an error.
  const inRange = startsAt.getTime() > 0 && startsAt.getTime() < Date.UTC(9999, 0);
  if (!time || !inRange || !z.uuid().safeParse(id).success) return null;
  return { startsAt, id: id! };
}

async function rowsOf(db: Database, ids: string[], now: Date): Promise<ListedMeeting[]> {
  if (ids.length === 0) return [];
  const rows = await db.prisma.$queryRaw<ListedMeeting[]>`
    SELECT m."id", oc."id" AS "occurrenceId", m."title", oc."startsAt", oc."endsAt", m."timeZone", oc."status", d."label" AS "domain",
      a."participants", a."accepted", a."tentative", a."declined",
      u.*,
      CASE WHEN ${isUpcoming(now)} THEN (SELECT count(*)::int FROM (${linkFaults}) f WHERE f."fault" IS NOT NULL) ELSE 0 END
        AS "faultyLinks", ${outdatedCount(now)} AS "outdated"
    FROM ${occurrencesOfMeetings} JOIN "Domain" d ON d."id" = m."domainId"
      CROSS JOIN LATERAL (${answerCountsInSql}) a
      CROSS JOIN LATERAL (${undeliveredCounts}) u
    WHERE oc."id" = ANY(${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.occurrenceId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
