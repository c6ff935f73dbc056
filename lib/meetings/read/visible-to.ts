import type { Viewer } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { Prisma } from "@/prisma/generated/client";

/** Null: not signed in. */
export type MeetingViewer = Pick<Viewer, "id"> | null;

/**
 * An account sees, changes and starts only its own meetings, even as an admin.
 * A missing ID must match nothing; Prisma takes `undefined` for no filter.
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
