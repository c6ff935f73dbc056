const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}

const offsets = new Map<string, number>();

/** Seconds that the zone is ahead of UTC at an instant (epoch milliseconds). */
export function zoneOffset(timeZone: string, instant: number): number {
  const key = `${timeZone} ${instant}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const [month, day, year, hour, minute, second] = formatFor(timeZone).format(instant).split(/\D+/).map(Number);
    const wall = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
    offset = wall / 1000 - Math.floor(instant / 1000);
    if (offsets.size >= 2_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    formatFor(timeZone);
    return true;
  } catch {
    return false;
  }
}

export function isUtc(timeZone: string): boolean {
  return /^(Etc\/)?(UTC|UCT|GMT|GMT[+-]?0|Greenwich|Universal|Zulu)$/i.test(timeZone);
}
