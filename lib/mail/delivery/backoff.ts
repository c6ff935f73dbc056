const firstDelayMs = 30_000;
const longestDelayMs = 30 * 60_000;
/**
 * How long a mail server may keep putting a mail off after its first attempt (RFC 5321 §4.5.4.1 asks for days; a meeting
 * does not have them).
 */
export const giveUpAfterMs = 48 * 3600_000;

/**
 * Milliseconds until the next attempt: doubling from half a minute to half an hour, plus or minus a fifth so that
 * 500 refusals of one moment do not come back in one moment.
 * @param attempts attempts made so far, at least 1
 * @param chance 0 to 1
 */
export function retryDelayMs(attempts: number, chance: number): number {
  const delay = Math.min(firstDelayMs * 2 ** (attempts - 1), longestDelayMs);
  return Math.round(delay * (0.8 + 0.4 * chance));
}
