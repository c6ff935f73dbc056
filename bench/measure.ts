/** One row of the table: a figure beside its baseline, both from this run. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  baseline: number;
  ratio: number;
  target: string;
  met: boolean;
};

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/**
 * Runs the two in turn, A B A B, so that a machine that slows down slows both. The ratio is the median of the pairs'
 * ratios, not the ratio of two medians.
 */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<{ value: number; baseline: number; ratio: number }> {
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round++) pairs.push([await ours(), await baseline()]);
  return {
    value: median(pairs.map(([a]) => a)),
    baseline: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => a / b)),
  };
}

export const atMost = (limit: number, ratio: number) => ({ target: `at most ${limit}`, met: ratio <= limit });
export const atLeast = (limit: number, ratio: number) => ({ target: `at least ${limit}`, met: ratio >= limit });
