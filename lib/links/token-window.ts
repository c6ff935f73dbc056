// The browser imports this file, so it cannot use Prisma's SQL.

export type MeetingWindow = { startsAt: Date; endsAt: Date; opensBeforeMinutes: number; closesAfterMinutes: number };

export type LinkTimes = { opensAt: Date; closesAt: Date };

/** `nbf` and `exp` of a room token (RFC 7519 §4.1.5, §4.1.4), as stored: whole seconds. */
export type TokenWindow = { notBefore: Date; expiresAt: Date };

const minuteMs = 60_000;

/** Prosody allows no clock skew (RFC 7519 §4.1.5 leaves it to the verifier), so `nbf` is this much before opensAt. */
const clockSkewSeconds = 60;
const clockSkewMs = clockSkewSeconds * 1000;

/** A token used at once needs more: servers were seen 75 s behind. */
const joinMarginMs = 5 * minuteMs;

export const linkTimes = ({ startsAt, endsAt, opensBeforeMinutes, closesAfterMinutes }: MeetingWindow): LinkTimes => ({
  opensAt: new Date(startsAt.getTime() - opensBeforeMinutes * minuteMs),
  closesAt: new Date(endsAt.getTime() + closesAfterMinutes * minuteMs),
});

/** For a mailed token. Jitsi checks `exp` only on connecting. Nobody can reconnect after it. */
export function tokenWindow(meeting: MeetingWindow): TokenWindow {
  const { opensAt, closesAt } = linkTimes(meeting);
  return { notBefore: new Date(opensAt.getTime() - clockSkewMs), expiresAt: closesAt };
}

/** `notBefore` of `tokenWindow`, for meeting `m` and occurrence `oc`. */
export const notBeforeSql = `(oc."startsAt" - make_interval(mins => m."opensBeforeMinutes", secs => ${clockSkewSeconds}))`;

export const mailedTokenTimes = ({ notBefore, expiresAt }: TokenWindow): LinkTimes => ({
  opensAt: new Date(notBefore.getTime() + clockSkewMs),
  closesAt: expiresAt,
});

export const joinWindow = (meeting: MeetingWindow, now: Date): TokenWindow => ({
  notBefore: new Date(now.getTime() - joinMarginMs),
  expiresAt: tokenWindow(meeting).expiresAt,
});
