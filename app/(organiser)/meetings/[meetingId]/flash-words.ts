import { inWords } from "../in-words";

type Query = { saved?: unknown; scheduled?: unknown };

/** What the address says of the form that led here: how many mails came of it. */
export function flashWords({ saved, scheduled }: Query, { local }: { local: boolean }): string | null {
  const [did, count, noun] = isCount(scheduled)
    ? ["Scheduled.", Number(scheduled), "invitation"]
    : ["Saved.", isCount(saved) ? Number(saved) : null, "mail"];
  if (count === null) return null;
  if (count === 0) return `${did} Nobody was told.`;
  const what = inWords(count, noun);
  if (local) return `${did} ${what} ${count === 1 ? "stays" : "stay"} on this machine.`;
  return `${did} ${what} ${count === 1 ? "goes out; what becomes of it" : "go out; what becomes of each"} is shown below.`;
}

const isCount = (text: unknown): text is string => typeof text === "string" && /^\d{1,4}$/.test(text);
