/** Ten times what a busy machine has needed so far. Whoever waits so long in vain has found a fault. */
const maxMs = 300_000;

/**
 * Waits until `condition` gives something true, and gives that back. For what tells nobody when it happens (a row, a file);
 * whatever has an event is awaited instead. Fails with `what`.
 */
export async function waitFor<T>(
  what: string,
  condition: () => Promise<T> | T,
  { everyMs = 25 }: { everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const end = performance.now() + maxMs;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited ${maxMs / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
