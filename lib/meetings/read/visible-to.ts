import type { Viewer } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { Prisma } from "@/prisma/generated/client";

/** Who asks; null: nobody who has signed in. */
export type MeetingViewer = Pick<Viewer, "id"> | null;

/**
 * The meetings that this person may see, change and start: those that they organise. An admin sees no others.
 * Without an account nothing is visible: Prisma would take a missing ID for no filter at all.
 */
export function visibleTo(viewer: MeetingViewer) {
  const organiserId = accountOf(viewer);
  return (organiserId ? { organiserId } : { id: { in: [] } }) satisfies Prisma.MeetingWhereInput;
}

/** The same rule as SQL, for a meeting `m`. */
export function isVisibleTo(viewer: MeetingViewer): Prisma.Sql {
  const organiserId = accountOf(viewer);
  return organiserId ? Prisma.sql`m."organiserId" = ${organiserId}::uuid` : Prisma.sql`FALSE`;
}

const accountOf = (viewer: MeetingViewer): string | null =>
  typeof viewer?.id === "string" && isId(viewer.id) ? viewer.id : null;
