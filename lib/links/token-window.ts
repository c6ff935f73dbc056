// Pages in the browser import this file, so its SQL is text and no query of Prisma.

/** What a meeting says of its links. */
export type MeetingWindow = { startsAt: Date; endsAt: Date; opensBeforeMinutes: number; closesAfterMinutes: number };

/** From when until when people are told that a link works. */
export type LinkTimes = { opensAt: Date; closesAt: Date };

/** `nbf` and `exp` of a room token (RFC 7519 §4.1.5, §4.1.4), as stored: whole seconds. */
export type TokenWindow = { notBefore: Date; expiresAt: Date };

const minuteMs = 60_000;

/** Prosody allows no clock skew (RFC 7519 §4.1.5 leaves leeway to the verifier), so `nbf` is this much before opensAt. */
const clockSkewSeconds = 60;
const clockSkewMs = clockSkewSeconds * 1000;

/** A token that is used at once needs more: servers were seen 75 s behind. */
const joinMarginMs = 5 * minuteMs;

export const linkTimes = ({ startsAt, endsAt, opensBeforeMinutes, closesAfterMinutes }: MeetingWindow): LinkTimes => ({
  opensAt: new Date(startsAt.getTime() - opensBeforeMinutes * minuteMs),
  closesAt: new Date(endsAt.getTime() + closesAfterMinutes * minuteMs),
});

/**
 * Of a token that is mailed. The end counts at connecting only: after it a lost connection cannot be made again, so it covers
 * a long meeting.
 */
export function tokenWindow(meeting: MeetingWindow): TokenWindow {
  const { opensAt, closesAt } = linkTimes(meeting);
  return { notBefore: new Date(opensAt.getTime() - clockSkewMs), expiresAt: closesAt };
}

/** `notBefore` of `tokenWindow`, in SQL, of a meeting `m` and its occurrence `oc`. */
export const notBeforeSql = `(oc."startsAt" - make_interval(mins => m."opensBeforeMinutes", secs => ${clockSkewSeconds}))`;

/** What people are told of a token that was mailed. */
export const mailedTokenTimes = ({ notBefore, expiresAt }: TokenWindow): LinkTimes => ({
  opensAt: new Date(notBefore.getTime() + clockSkewMs),
  closesAt: expiresAt,
});

/** Of a token that is made at the click. */
export const joinWindow = (meeting: MeetingWindow, now: Date): TokenWindow => ({
  notBefore: new Date(now.getTime() - joinMarginMs),
  expiresAt: tokenWindow(meeting).expiresAt,
});
