import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { continueFrom } from "@/lib/meetings/continue-from";
import { meetingValues } from "@/lib/meetings/form-values";
import { compareContents } from "@/lib/meetings/plan/compare-contents";
import type { MeetingContent } from "@/lib/meetings/plan/meeting-content";
import { emptyPerson, fieldNames, type Person } from "@/lib/participants/person";

type Fields = Record<"title" | "description" | "domainId" | "start" | "locale" | "reminders", number>;
type Someone = { at: number; name: number; isModerator: boolean };
/** What one editor's form says. */
type Edit = { fields: Fields; people: Someone[] };

const day = 24 * 3600_000;
const person = ({ at, name, isModerator }: Someone): MeetingContent["people"][number] => ({
  email: `p${at}@example.org`,
  name: ["", "Ann", "Ben"][name]!,
  role: isModerator ? "MODERATOR" : "ATTENDEE",
  isOrganiser: false,
});

/** The organiser is in every revision and in no form. */
const organiser = { email: "o@example.org", name: "Olga", role: "MODERATOR" as const, isOrganiser: true };

function contentOf({ fields, people }: Edit): MeetingContent {
  const startsAt = new Date(Date.parse("2026-11-24T09:00:00Z") + fields.start * day);
  return {
    facts: {
      title: `Title ${fields.title}`,
      description: `One\nTwo ${fields.description}`,
      startsAt,
      endsAt: new Date(+startsAt + 3600_000),
      timeZone: "Europe/Berlin",
      domainId: `domain ${fields.domainId}`,
      roomName: "room",
    },
    locale: ["en", "de", "fr"][fields.locale]!,
    reminders: [[], [60], [1440, 7]][fields.reminders]!,
    people: [organiser, ...people.map(person)],
  };
}

/** As the browser sends it: other ends of lines, and no participant who is the organiser. */
function typedIn(content: MeetingContent) {
  const values = meetingValues({ ...content, ...content.facts });
  const sent = { ...values, description: values.description!.replaceAll("\n", "\r\n") };
  return { values: sent, rows: content.people.filter(({ isOrganiser }) => !isOrganiser) };
}

const merge = (base: Edit, mine: Edit, theirs: Edit) =>
  continueFrom(typedIn(contentOf(mine)), { before: contentOf(base), after: contentOf(theirs), version: 3 });

const choice = fc.nat(2);
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  fields: fc.record({
    title: choice,
    description: choice,
    domainId: choice,
    start: choice,
    locale: choice,
    reminders: choice,
  }),
  people: fc.uniqueArray(fc.record({ at: fc.nat(4), name: choice, isModerator: fc.boolean() }), {
    selector: ({ at }) => at,
  }),
});

/** By the rule of a three-way merge: what I did not change is theirs. */
const pick = <T>(base: T, mine: T, theirs: T): T => (mine === base ? theirs : mine);

describe("two editors of one meeting", () => {
  test("a field changed only by the other is theirs, and every other one is mine", () => {
    fc.assert(
      fc.property(anyEdit, anyEdit, anyEdit, (base, mine, theirs) => {
        const names = Object.keys(base.fields) as (keyof Fields)[];
        const fields = Object.fromEntries(
          names.map((name) => [name, pick(base.fields[name], mine.fields[name], theirs.fields[name])]),
        ) as Fields;
        const wanted = typedIn(contentOf({ fields, people: [] })).values;
        const { values } = merge(base, mine, theirs);
        const same = (text: string | undefined) => text?.replaceAll("\r", "");
        expect({ ...values, description: same(values.description) }).toEqual({
          ...wanted,
          description: same(wanted.description),
          version: "3",
        });
      }),
    );
  });

  test("each field of a person is merged, and additions and removals on one side count", () => {
    fc.assert(
      fc.property(anyEdit, anyEdit, anyEdit, (base, mine, theirs) => {
        const merged = new Map(merge(base, mine, theirs).rows.map((row) => [row.email, row]));
        for (let at = 0; at <= 4; at++) {
          const [was, my, their] = [base, mine, theirs].map(({ people }) => {
            const found = people.find((one) => one.at === at);
            return found && person(found);
          });
          const row = merged.get(`p${at}@example.org`);
          if (my && their) expect(row).toEqual(mergedByField(was ?? emptyPerson, my, their));
          else if (my) expect(row !== undefined).toBe(!was || JSON.stringify(was) !== JSON.stringify(my));
          else expect(row !== undefined).toBe(Boolean(their && !was));
        }
      }),
    );
  });

  test("who changed nothing gets the newer version, and who saved over nothing keeps all", () => {
    fc.assert(
      fc.property(anyEdit, anyEdit, (base, other) => {
        const followed = asContent(merge(base, base, other), contentOf(other));
        expect(compareContents(contentOf(other), followed).people).toEqual({ added: [], removed: [], changed: [] });
        const kept = asContent(merge(base, other, base), contentOf(other));
        expect(compareContents(contentOf(other), kept).people).toEqual({ added: [], removed: [], changed: [] });
      }),
    );
  });

  const base: Edit = {
    fields: { title: 0, description: 0, domainId: 0, start: 0, locale: 0, reminders: 1 },
    people: [{ at: 0, name: 1, isModerator: false }],
  };

  test("a reminder that the other took away is not ticked any more", () => {
    const theirs = { ...base, fields: { ...base.fields, reminders: 0 } };
    expect(merge(base, base, theirs).values).not.toHaveProperty("reminder-60");
  });

  test("somebody whom I renamed and the other removed stays, as I typed them", () => {
    const mine = { ...base, people: [{ at: 0, name: 2, isModerator: false }] };
    expect(merge(base, mine, { ...base, people: [] }).rows).toMatchObject([{ name: "Ben" }]);
  });
});

const mergedByField = (base: Person, mine: Person, theirs: Person) =>
  Object.fromEntries(fieldNames.map((field) => [field, pick(base[field], mine[field], theirs[field])]));

const asContent = ({ rows }: { rows: Person[] }, like: MeetingContent): MeetingContent => ({
  ...like,
  people: [organiser, ...rows.map((row) => ({ ...row, isOrganiser: false }))],
});
