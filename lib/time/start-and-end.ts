export type Time = { startsAt: Date; endsAt: Date };

export const sameTime = (one: Time, other: Time): boolean =>
  +one.startsAt === +other.startsAt && +one.endsAt === +other.endsAt;

/** For the answer form, which compares it and never parses it. */
export const writeTime = ({ startsAt, endsAt }: Time): string => `${+startsAt}-${+endsAt}`;
