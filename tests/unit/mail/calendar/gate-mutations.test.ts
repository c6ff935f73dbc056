import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { checkIcs } from "@/lib/mail/calendar/gate";
import { buildIcs } from "@/lib/mail/calendar/ics";
import type { Invitation } from "@/lib/mail/message/invitation";
import { cancellation, organisersCopy, participant, token } from "../message/fixture";
import { update } from "../message/kinds";
import { mutantsOf, unfolded, written } from "./mutants";

// Thousands of cases each: a busy machine must not turn them into failures.
vi.setConfig({ testTimeout: 120_000 });

const inUtc = { timeZone: "UTC" };
const portal = "https://latchkey.example/j/Zm9vYmFyYmF6";
const good: [string, Invitation][] = [
  ["a first invitation", participant],
  ["a first invitation in UTC", { ...participant, ...inUtc }],
  ["an update in UTC and in French", { ...update, ...inUtc, locale: "fr", partstat: "TENTATIVE" }],
  ["an update with a short link in German", { ...update, locale: "de", partstat: "ACCEPTED", personalLink: portal }],
  ["the organiser's copy", { ...organisersCopy, locale: "es" }],
  ["a cancellation", cancellation],
  ["a removal in UTC and in Spanish", { ...cancellation, ...inUtc, locale: "es", removed: true }],
];

/** What the gate said to all mutants together. */
const said = new Set<string>();
const refuses = (ics: string, invitation: Invitation): boolean => {
  const reasons = checkIcs(ics, invitation);
  for (const reason of reasons) said.add(reason);
  return reasons.length > 0;
};

describe.each(good)("the gate refuses every mutant of %s:", (_, invitation) => {
  const ics = buildIcs(invitation);

  test("the gate refuses any dropped, altered, doubled, added or moved part", () => {
    expect(checkIcs(ics, invitation)).toEqual([]);
    const mutants = mutantsOf(ics).filter((mutant) => mutant.ics !== ics);
    expect(mutants.length).toBeGreaterThan(1_000);
    const survivors = mutants.filter((mutant) => !refuses(mutant.ics, invitation));
    expect(survivors.map(({ what }) => what)).toEqual([]);
  });

  test("any fact of the invitation that the entry tells otherwise", () => {
    const survivors = alterations(invitation).filter(({ altered }) => !refuses(ics, altered));
    const silent = invitation.method === "CANCEL" ? [...NOT_IN_ENTRY, ...NOT_IN_CANCELLATION] : NOT_IN_ENTRY;
    expect(survivors.map(({ name }) => name).sort()).toEqual(
      silent.filter((name) => !isUnused(name, invitation)).sort(),
    );
  });

  test("but not what means the same: properties in another order, lines folded elsewhere", () => {
    const lines = unfolded(ics);
    // RFC 5545 §3.6 gives the order of properties no meaning, and ical.js shows them in the order in which they stand.
    const summary = lines.findIndex((line) => line.startsWith("SUMMARY"));
    const swapped = lines.with(summary, lines[summary + 1]!).with(summary + 1, lines[summary]!);
    expect(checkIcs(written(swapped), invitation)).toEqual([]);
    // RFC 5545 §3.1: a line may be folded between any two characters.
    expect(checkIcs(ics.replace("SUMMARY", "SUM\r\n MARY"), invitation)).toEqual([]);
  });
});

/** Facts of the mail around the entry, of which the entry says nothing: what it says is right whatever they are. */
const NOT_IN_ENTRY = [
  // Only the mail's text tells them.
  ...["kind", "host", "changes", "previous", "reminderMinutes", "answerUrl", "recipient.timeZone", "recipient.role"],
  // Only the mail's headers carry them.
  ...["messageId", "references", "sentAt", "organiser.email", "sender.replyTo"],
  // Only an entry that cancels says it.
  "removed",
  // Is checked in itself, and said in the mail's text.
  ...["linkWorks.from", "linkWorks.until"],
];
/** What a cancellation leaves out on purpose: it holds no way in, and nothing that the organiser wrote. */
const NOT_IN_CANCELLATION = ["description"];

/** In this invitation the field is the same whatever is put there, or the entry does tell it. */
function isUnused(name: string, invitation: Invitation): boolean {
  if (name === "removed") return invitation.method === "CANCEL";
  return name.startsWith("linkWorks.") && invitation.linkWorks === null;
}

/** The invitation with one of its facts altered, for each of them. */
function alterations(invitation: Invitation): { name: string; altered: Invitation }[] {
  const found: { name: string; altered: Invitation }[] = [];
  const add = (name: string, change: Partial<Invitation>) =>
    found.push({ name, altered: { ...invitation, ...change } });
  const keys = Object.keys(invitation) as (keyof Invitation)[];
  for (const key of keys) {
    const value = invitation[key];
    if (key === "organiser" || key === "sender" || key === "recipient" || key === "linkWorks") {
      const parts = Object.entries(value ?? {});
      if (key === "sender") parts.push(["replyTo", "NONE"]);
      for (const [part, was] of parts)
        add(`${key}.${part}`, { [key]: { ...(value as object), [part]: other(part, was) } });
    } else add(key, { [key]: other(key, value) });
  }
  return found;
}

function other(name: string, value: unknown): unknown {
  const choices: Record<string, unknown[]> = {
    locale: ["en", "de"],
    method: ["REQUEST", "CANCEL"],
    kind: ["UPDATE", "INVITATION"],
    partstat: ["DECLINED", "NEEDS-ACTION"],
    role: ["MODERATOR", "ATTENDEE"],
    timeZone: ["Asia/Tokyo", "Europe/Paris"],
    changes: [["room"], ["link"]],
    previous: [null, update.previous],
    reminderMinutes: [10, 20],
    personalLink: ["https://latchkey.example/j/another", portal],
  };
  const choice = choices[name];
  if (choice) return choice.find((one) => one !== value);
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (value instanceof Date) return new Date(value.getTime() + 1_000);
  return `${value}x`;
}

const twoTokens = `https://meet.example.org/room?jwt=${token.slice(0, 90)}&jwt=x`;
/** Entries that are built right from an invitation that is wrong: rules that no change of a good entry can break. */
const wrong: Partial<Invitation>[] = [
  { personalLink: null },
  { personalLink: `https://meet.example.org/${"x".repeat(1_000)}` },
  { personalLink: twoTokens },
  { personalLink: "https://MEET.example.org/x" },
  { personalLink: "https://meet.example.org/ x" },
  { linkWorks: { from: participant.endsAt, until: participant.endsAt } },
  { endsAt: participant.startsAt },
  { title: " " },
  { partstat: "NEEDS-ACTION", recipient: organisersCopy.recipient },
  { method: "CANCEL" },
  { method: "CANCEL", personalLink: null, title: "x?jwt=y" },
  { description: token.replaceAll("p", "q") },
  { description: participant.personalLink! },
  { sender: { name: "Latchkey", address: participant.recipient.email } },
];

test("every rule of the gate is one that some mutant breaks", () => {
  for (const change of wrong)
    expect(refuses(buildIcs({ ...participant, ...change }), { ...participant, ...change })).toBe(true);
  for (const broken of ["", "x", buildIcs(participant).replaceAll("\r\n", "\n"), buildIcs(participant).slice(0, -2)])
    expect(refuses(broken, participant)).toBe(true);
  for (const part of ["\0", "x".repeat(80), "\r\n \r\n"])
    expect(refuses(buildIcs(participant).replace("SUMMARY:", `SUMMARY:${part}`), participant)).toBe(true);
  const longLocation = unfolded(buildIcs(participant)).map((line) =>
    line.replace("LOCATION:", `LOCATION:${"x".repeat(300)}`),
  );
  expect(refuses(written(longLocation), participant)).toBe(true);
  const unbroken = rulesOfTheGate().filter((rule) => ![...said].some((reason) => rule.test(reason)));
  expect(unbroken).toEqual([]);
});

/** What the gate's source can say, with a gap where a value is put in. */
function rulesOfTheGate(): RegExp[] {
  const folder = path.join(import.meta.dirname, "../../../../lib/mail/calendar");
  const files = readdirSync(folder).filter((name) => name.startsWith("gate"));
  const sources = files.map((name) =>
    readFileSync(path.join(folder, name), "utf8").replace(/^import .*|^ ?\/?\*+.*/gm, ""),
  );
  const sentences = sources.flatMap((source) => [
    ...[...source.matchAll(/["`]((?:[A-Z]|\$\{name\} )[^"`\n]*? [^"`\n]*)["`]/g)].map(([, sentence]) => sentence!),
    ...[...source.matchAll(/expect\(\s*"([^"]+)"/g)].map(([, rule]) => `${rule}: found`),
  ]);
  expect(sentences.length).toBeGreaterThan(45);
  return sentences.map(
    (sentence) =>
      new RegExp(
        sentence
          .split(/\$\{.*?\}(?!\})/)
          .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, "\\$&"))
          .join(".*"),
        "s",
      ),
  );
}
