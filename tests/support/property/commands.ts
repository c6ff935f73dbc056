import fc from "fast-check";
import { cleanLine } from "@/lib/text";

/** What an organiser, a clock or a fault does, as data: fast-check shrinks it, and a failure prints it. */
export type Command =
  | { kind: "edit"; edits: Edit[]; tell: "everybody" | "nobody" | "some"; changeRoom: boolean; clockMinutes: number }
  | { kind: "resend"; person: number }
  | { kind: "resend-all" }
  | { kind: "answer"; person: number; answer: "ACCEPTED" | "TENTATIVE" | "DECLINED" }
  | { kind: "cancel" }
  | { kind: "new-credential" }
  | { kind: "crash" }
  | { kind: "mails-go-out"; count: number };

export type Edit =
  | { kind: "title"; value: string }
  | { kind: "description"; value: string }
  | { kind: "move"; minutes: number }
  | { kind: "lengthen"; minutes: number }
  | { kind: "zone"; value: string }
  | { kind: "domain" }
  | { kind: "add"; person: number }
  | { kind: "remove"; person: number }
  | { kind: "rename"; person: number; value: string }
  | { kind: "role"; person: number };

/** What a recipient's mail server does with the attempts for this address, one after the other. */
export type Fault = "accept" | "later" | "drop" | "drop-after-data" | "refuse";

export const peopleInAll = 4;

const person = fc.nat(peopleInAll - 1);
const words = fc
  .stringMatching(/^[A-Za-zäß漢 ]{1,20}$/)
  .map(cleanLine)
  .filter(Boolean);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("title" as const), value: words }),
  fc.record({ kind: fc.constant("description" as const), value: words }),
  fc.record({ kind: fc.constant("move" as const), minutes: fc.integer({ min: -600, max: 3000 }) }),
  fc.record({ kind: fc.constant("lengthen" as const), minutes: fc.constantFrom(-30, 30, 300) }),
  fc.record({
    kind: fc.constant("zone" as const),
    value: fc.constantFrom("Europe/Berlin", "UTC", "Asia/Kathmandu", "America/New_York"),
  }),
  fc.record({ kind: fc.constant("domain" as const) }),
  fc.record({ kind: fc.constant("add" as const), person }),
  fc.record({ kind: fc.constant("remove" as const), person }),
  fc.record({ kind: fc.constant("rename" as const), person, value: words }),
  fc.record({ kind: fc.constant("role" as const), person }),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
      tell: fc.constantFrom("everybody" as const, "nobody" as const, "some" as const),
      changeRoom: fc.boolean(),
      // The clock of the process that saves: also backwards, as after a correction.
      clockMinutes: fc.integer({ min: -90, max: 90 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("resend" as const), person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("resend-all" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("answer" as const),
      person,
      answer: fc.constantFrom("ACCEPTED" as const, "TENTATIVE" as const, "DECLINED" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("new-credential" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("crash" as const) }) },
  {
    // Often: what a change means depends on who has had a mail by then.
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("mails-go-out" as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
);

export const history = fc.record({
  commands: fc.array(command, { minLength: 1, maxLength: 8 }),
  /** For each person: faults first, then everything is accepted. */
  faults: fc.array(fc.array(fc.constantFrom<Fault>("later", "drop", "drop-after-data", "accept"), { maxLength: 3 }), {
    minLength: peopleInAll + 1,
    maxLength: peopleInAll + 1,
  }),
  /** Whose address refuses everything, if anybody's. */
  refused: fc.option(person, { freq: 4 }),
});

export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
