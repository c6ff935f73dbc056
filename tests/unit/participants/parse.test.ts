import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEmail } from "@/lib/participants/email-address";
import { type ParsedParticipant, parseParticipants } from "@/lib/participants/parse";

// Thousands of cases each: a busy machine must not turn them into failures.

const ann = { email: "ann@example.org", name: "Ann Lee" };
const bob = { email: "bob@example.org", name: "Bob Ray" };
const bare = (email: string) => ({ email, name: "" });

describe("what people paste becomes participants", () => {
  test.each([
    ["an address", "ann@example.org", [bare("ann@example.org")]],
    ["name and address", "Ann Lee <ann@example.org>", [ann]],
    ["a quoted name with a comma", '"Lee, Ann" <ann@example.org>', [{ ...ann, name: "Lee, Ann" }]],
    ["Outlook's unquoted comma", "Lee, Ann <ann@example.org>", [ann]],
    ["several of Outlook's", "Lee, Ann <ann@example.org>; Ray, Bob <bob@example.org>", [ann, bob]],
    ["several of Outlook's behind commas", "Lee, Ann <ann@example.org>, Ray, Bob <bob@example.org>", [ann, bob]],
    [
      "Outlook's comma in a cell",
      "Lee, Ann\tann@example.org\nbob@example.org; Ray, Bob; moderator",
      [ann, { ...bob, role: "MODERATOR" }],
    ],
    ["Outlook's comma and a header", "Name\tEmail\nLee, Ann\tann@example.org", [ann]],
    ["Outlook's comma and two surnames", "Lee Ray, Ann Eve <ann@example.org>", [{ ...ann, name: "Ann Eve Lee Ray" }]],
    ["Outlook's department", "Lee, Ann (Sales) <ann@example.org>", [{ ...ann, name: "Ann Lee (Sales)" }]],
    ["a comma inside single quotes", "'Lee, Ann' <ann@example.org>", [{ ...ann, name: "Lee, Ann" }]],
    [
      "quoted names with commas in a list",
      '"Lee, Ann" <ann@example.org>, "Ray, Bob" <bob@example.org>',
      [
        { ...ann, name: "Lee, Ann" },
        { ...bob, name: "Ray, Bob" },
      ],
    ],
    ["a title behind the comma", "Ann Lee, PhD <ann@example.org>", [{ ...ann, name: "Ann Lee, PhD" }]],
    ["cells between commas", "Ann,Lee,ann@example.org", [ann]],
    ["semicolons", "ann@example.org; bob@example.org", [bare("ann@example.org"), bare("bob@example.org")]],
    ["commas", "ann@example.org,bob@example.org,", [bare("ann@example.org"), bare("bob@example.org")]],
    ["spaces", "ann@example.org bob@example.org", [bare("ann@example.org"), bare("bob@example.org")]],
    ["lines", "Ann Lee <ann@example.org>\r\n\r\nBob Ray <bob@example.org>\n", [ann, bob]],
    ["no separator at all", "Ann Lee <ann@example.org> Bob Ray <bob@example.org>", [ann, bob]],
    ["an address line of a mail", "To: Ann Lee <ann@example.org>, 'Bob Ray' <bob@example.org>", [ann, bob]],
    ["mailto links", "mailto:ann@example.org?subject=x", [bare("ann@example.org")]],
    ["a marked-up link", "[ann@example.org](mailto:ann@example.org)", [bare("ann@example.org")]],
    ["brackets and a full stop", "Ann Lee (ann@example.org).", [ann]],
    ["names and addresses in turns", "Ann Lee, ann@example.org, Bob Ray, bob@example.org", [ann, bob]],
    ["addresses and names in turns", "ann@example.org, Ann Lee, bob@example.org, Bob Ray", [ann, bob]],
    ["spreadsheet cells, name first", "Ann Lee\tann@example.org\nBob Ray\tbob@example.org", [ann, bob]],
    ["spreadsheet cells, address first", "ann@example.org;Ann Lee\nbob@example.org;Bob Ray", [ann, bob]],
    ["first and last name in two cells", "Ann\tLee\tann@example.org", [ann]],
    [
      "a role in any column",
      "moderator;ann@example.org;Ann Lee\nBob Ray,bob@example.org,Participant",
      [
        { ...ann, role: "MODERATOR" },
        { ...bob, role: "ATTENDEE" },
      ],
    ],
    [
      "a header row",
      "Role;Last name;First name;E-mail\nmoderator;Lee;Ann;ann@example.org\n;Ray;Bob;bob@example.org",
      [{ ...ann, role: "MODERATOR" }, bob],
    ],
    ["quoted cells", '"Lee, ""Ann"""\t"ann@example.org"', [{ ...ann, name: 'Lee, "Ann"' }]],
    ["upper case and an international domain", "Ann@BÜCHER.example", [bare("ann@xn--bcher-kva.example")]],
    ["a name that repeats the address", '"ann@example.org" <ann@example.org>', [bare("ann@example.org")]],
  ])("%s", (_, text, participants) => {
    expect(parseParticipants(text)).toEqual({ participants, rejected: [] });
  });
});

test("duplicates merge: the first name that is there stays, and a moderator stays one", () => {
  const text = "ann@example.org\nAnn Lee <ANN@example.org>; moderator\nAnother <ann@Example.org>; participant";
  expect(parseParticipants(text)).toEqual({ participants: [{ ...ann, role: "MODERATOR" }], rejected: [] });
});

describe("what cannot be read comes back with a reason", () => {
  test.each([
    ["Ann Lee", "Ann Lee", "no-address"],
    ["Ann Lee, ann@", "Ann Lee, ann@", "email-nothing-after-at"],
    ["<@example.org>", "<@example.org>", "email-nothing-before-at"],
    ["ann@b@example.org", "ann@b@example.org", "email-several-at"],
    ["ann@localhost", "ann@localhost", "email-bad-domain"],
    ["ann@127.0.0.1", "ann@127.0.0.1", "email-bad-domain"],
    ["jürgen@example.org", "jürgen@example.org", "email-not-ascii"],
    ["a..b@example.org", "a..b@example.org", "email-bad-dot"],
    ...["/x", "?x=1", "#x", ":25", "%2e", "_", "-"].map((rest): [string, string, string] => [
      `a@example.org${rest}`,
      `a@example.org${rest}`,
      "email-bad-domain",
    ]),
    [`${"a".repeat(65)}@example.org`, `${"a".repeat(65)}@example.org`, "email-too-long"],
    [`a@${"b".repeat(60)}.${"c.".repeat(100)}org`, `a@${"b".repeat(60)}.${"c.".repeat(100)}org`, "email-too-long"],
  ])("%s", (text, rejected, reason) => {
    expect(parseParticipants(text)).toEqual({ participants: [], rejected: [{ text: rejected, reason }] });
  });

  test("and what stands around it is still read", () => {
    const { participants, rejected } = parseParticipants("ann@example.org, Carol, bob@example.org; dan@\nZoe");
    expect(participants).toEqual([bare("ann@example.org"), bare("bob@example.org")]);
    expect(rejected.map(({ text }) => text)).toEqual(["Carol", "dan@", "Zoe"]);
  });

  test("and a name before a semicolon does not slip to the next person", () => {
    expect(parseParticipants("Carol; Ann Lee <ann@example.org>; bob@example.org")).toEqual({
      participants: [ann, bare("bob@example.org")],
      rejected: [{ text: "Carol", reason: "no-address" }],
    });
  });

  test("also a cell that is neither name, address nor role, and a column nobody needs", () => {
    expect(parseParticipants("12;Ann Lee;ann@example.org").rejected).toEqual([
      { text: "12", reason: "neither-name-nor-address" },
    ]);
    expect(parseParticipants("Name;Email;Phone;Role\nAnn Lee;ann@example.org;12;chief").rejected).toEqual([
      { text: "chief", reason: "not-a-role" },
      { text: "Phone; 12", reason: "column-not-used" },
    ]);
  });
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(",", ";", "\t", "\n", "\r", " ", '"', "<", ">", "'", "\\", "@", "mailto:", "moderator", "Email"),
    fc.constantFrom(
      "ann@example.org",
      "Ann Lee",
      "<bob@example.org>",
      "(x@y.example)",
      "é@x.org",
      "[",
      "](",
      "?",
      "\u202e",
    ),
    fc.string({ unit: "binary", maxLength: 5 }),
  ),
  { maxLength: 30 },
);
const typed = fc.oneof(
  pieces.map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

test("no typed text throws, or brings into an address what could break a mail", () => {
  fc.assert(
    fc.property(typed, (text) => {
      for (const { email, name } of parseParticipants(text).participants) {
        expect(email).toMatch(/^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        expect(readEmail(email)).toEqual({ ok: true, email });
        expect(name).not.toMatch(/[\p{Cc}\u202e]/u);
      }
    }),
    { numRuns: 5_000 },
  );
});

test("every valid address that is typed by itself is found again", () => {
  const address = fc
    .tuple(fc.stringMatching(/^[a-z0-9+_-]{1,10}$/), fc.stringMatching(/^[a-z]{1,8}\.(org|example)$/))
    .map((parts) => parts.join("@"));
  const separator = fc.constantFrom(", ", "; ", "\n", "\t", " ", " , ");
  fc.assert(
    fc.property(fc.uniqueArray(address, { maxLength: 10 }), separator, (addresses, between) => {
      const { participants, rejected } = parseParticipants(addresses.join(between));
      expect(participants.map(({ email }) => email)).toEqual(addresses);
      expect(rejected).toEqual([]);
    }),
  );
});

test("no word that was typed is lost", () => {
  const separator = fc.constantFrom(", ", "; ", "\n", "\t", " ", ",", " <", "> ", '"', "(", ") ");
  const word = fc.constantFrom("word", "address", "angle", "12", "moderator");
  const header = fc.constantFrom("", "Name;Email\n", "Email\tRole\tPhone\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(word, separator), { maxLength: 12 }), header, (parts, first) => {
      const words = parts.map(([kind, between], i) => {
        const text =
          kind === "address" ? `a${i}@example.org` : kind === "angle" ? `<a${i}@example.org>` : `${kind}${i}`;
        return { text, between };
      });
      const { participants, rejected } = parseParticipants(
        first + words.map(({ text, between }) => text + between).join(""),
      );
      const found = JSON.stringify([participants, rejected]);
      for (const { text } of words) expect(found).toContain(text.replace(/[<>]/g, ""));
    }),
    { numRuns: 5_000 },
  );
});

test("participants written out read back as they were", () => {
  const written = ({ email, name, role }: ParsedParticipant) => {
    const address = name === "" ? email : `"${name.replace(/["\\]/g, "\\$&")}" <${email}>`;
    return role ? `${address}; ${role === "MODERATOR" ? "moderator" : "participant"}` : address;
  };
  fc.assert(
    fc.property(typed, (text) => {
      const { participants } = parseParticipants(text);
      expect(parseParticipants(participants.map(written).join("\n"))).toEqual({ participants, rejected: [] });
    }),
    { numRuns: 5_000 },
  );
});

test("a name from an address book is turned round, and the same name in quotes is not", () => {
  const word = fc
    .stringMatching(/^[A-Z][a-z]{1,8}$/)
    .filter(
      (text) => !/^(Moderator|Participant|Jr|Sr|Dr|Md|Phd|Mba|Msc|Esq|Prof|Ii|Iii|Iv|To|Cc|Bcc|Mail|Email)$/.test(text),
    );
  const person = fc.record({ first: word, last: word, quoted: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 6 }),
      fc.constantFrom("; ", ", ", "\n"),
      (people, between) => {
        const typed = people.map(({ first, last, quoted }, i) => {
          const name = `${last}, ${first}`;
          return `${quoted ? `"${name}"` : name} <a${i}@example.org>`;
        });
        const { participants, rejected } = parseParticipants(typed.join(between));
        expect(participants.map(({ name }) => name)).toEqual(
          people.map(({ first, last, quoted }) => (quoted ? `${last}, ${first}` : `${first} ${last}`)),
        );
        expect(rejected).toEqual([]);
      },
    ),
  );
});

test.each([
  "<",
  '"',
  '"a" ',
  ",",
  "@",
  "<@",
  "\t@",
  "a@b.org ",
  "<a@b.org>",
  "'",
  "a".repeat(50),
  "[a@b.org](",
  "mailto:",
])("50,000 characters of %j are read to their end", (unit) => {
  for (const typed of [unit.repeat(50_000 / unit.length), `${unit.repeat(50_000 / unit.length)}>"`]) {
    expect(() => parseParticipants(typed)).not.toThrow();
  }
});
