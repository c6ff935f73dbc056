const firstDelayMs = 30_000;
const maxDelayMs = 30 * 60_000;
/** RFC 5321 §4.5.4.1 asks for 4 to 5 days; a meeting does not have them. */
export const giveUpAfterMs = 48 * 3600_000;

/** Milliseconds, spread by a fifth so that 500 refusals do not return in one moment. @param chance 0 to 1 */
export function retryDelayMs(attempts: number, chance: number): number {
  const delay = Math.min(firstDelayMs * 2 ** (attempts - 1), maxDelayMs);
  return Math.round(delay * (0.8 + 0.4 * chance));
}
