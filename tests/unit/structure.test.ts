import { describe, expect, test } from "vitest";
import { structureProblems } from "@/scripts/structure.mjs";

type Tree = Record<string, string>;

const problemsOf = (tree: Tree) => structureProblems(Object.entries(tree).map(([name, text]) => ({ name, text })));

const house: Tree = {
  "app/(organiser)/meetings/[meetingId]/page.tsx": 'import { findMeeting } from "@/lib/meetings/find";\n',
  "app/api/auth/[...nextauth]/route.ts": 'import type { Database } from "@/lib/db";\n',
  "app/_components/button.tsx": 'import { useState } from "react";\n',
  "lib/meetings/find.ts":
    'import { db } from "../db";\nimport { title } from "./title";\nimport { name } from "@/lib/people/name";\n',
  "lib/meetings/title.ts": "",
  "lib/people/name.ts": "",
  "lib/db.ts": 'import { PrismaClient } from "@/prisma/generated/client";\n',
  "lib/start/start-runtime.ts": 'import { startWorker } from "@/lib/people/name";\n',
  "tests/unit/find.test.ts": 'import { findMeeting } from "@/lib/meetings/find";\n',
};

test("a house in order has nothing to say", () => {
  expect(problemsOf(house)).toEqual([]);
});

test("sentences may stand in lib/words, in errors, logs and tests", () => {
  const fine: Tree = {
    "lib/words/en/mails.ts": 'export const label = "You are invited.";\n',
    "lib/mail/read.ts": 'throw new Error("This cannot be.");\nlog.warn("Mail was lost.");\n',
    "app/page.tsx": '<Field label={words.name} name="label" className="flex gap-2" href="/mail" title={"UTC"} />;\n',
    "tests/unit/read.test.ts": 'expect(text).toBe("Nothing answers.");\n',
  };
  expect(problemsOf(fine)).toEqual([]);
});

describe("refused, with the file's name", () => {
  test.each<[string, Tree, RegExp]>([
    ["a page that opens the database", { "app/page.tsx": 'import { openDatabase } from "@/lib/db";' }, /app\/page.tsx/],
    ["a page that does so later", { "app/page.tsx": 'const { db } = await import("@/lib/db");' }, /app\/page.tsx/],
    [
      "a page that knows the generated client",
      { "app/page.tsx": 'import type { Meeting } from "@/prisma/generated/client";' },
      /app\/page.tsx/,
    ],
    [
      "a page that knows Prisma",
      { "app/page.tsx": 'import { Prisma } from "@prisma/client";' },
      /only lib knows Prisma/,
    ],
    [
      "infrastructure that knows the domain",
      { "lib/log.ts": 'import { findMeeting } from "@/lib/meetings/find";', "lib/meetings/find.ts": "" },
      /lib\/log.ts/,
    ],
    [
      "the product importing a page",
      { "lib/meetings/find.ts": 'import { Page } from "@/app/page";', "app/page.tsx": "" },
      /lib never imports app/,
    ],
    [
      "infrastructure importing a page",
      { "lib/log.ts": 'import { Page } from "../app/page";', "app/page.tsx": "" },
      /lib never imports app/,
    ],
    [
      "the product importing a test",
      { "lib/meetings/find.ts": 'import { x } from "../../tests/x";', "tests/x.ts": "" },
      /lib\/meetings\/find.ts/,
    ],
    [
      "a circle of imports",
      {
        "lib/a/one.ts": 'import { two } from "@/lib/a/two";',
        "lib/a/two.ts": 'export { three } from "./three";',
        "lib/a/three.ts": 'import "../a/one";',
      },
      /circle: lib\/a\/one.ts → lib\/a\/two.ts → lib\/a\/three.ts → lib\/a\/one.ts/,
    ],
    [
      "a circle of types",
      { "lib/a/one.ts": 'import type { Two } from "./two";', "lib/a/two.ts": 'import type { One } from "./one";' },
      /circle: lib\/a\/one.ts → lib\/a\/two.ts/,
    ],
    [
      "a long test name",
      { "tests/unit/one.test.ts": `test("${"long ".repeat(20)}", () => {});` },
      /longer than 80 characters/,
    ],
    [
      "folders of the domain that know each other, be it by their types",
      {
        "lib/a/one.ts": 'import { two } from "@/lib/b/two";',
        "lib/b/two.ts": "",
        "lib/b/three.ts": 'import type { Four } from "@/lib/a/four";',
        "lib/a/four.ts": "",
      },
      /circle: lib\/a → lib\/b → lib\/a/,
    ],
    ["a vague file", { "lib/meetings/utils.ts": "" }, /does not say what is in it/],
    ["a vague folder", { "lib/helpers/date.ts": "" }, /does not say what is in it/],
    ["a barrel", { "lib/meetings/index.ts": "" }, /does not say what is in it/],
    ["a barrel under another name", { "lib/meetings/all.ts": 'export * from "./find";' }, /passes on all/],
    ["a name in camel case", { "lib/meetings/findMeeting.ts": "" }, /kebab-case/],
    ["a folder in camel case", { "lib/roomTokens/mint.ts": "" }, /kebab-case/],
    ["text in a prop", { "app/page.tsx": '<Field label="Name" />;' }, /app\/page.tsx:1: text for a person/],
    ["text in a property", { "app/page.tsx": "const metadata = { title: `Hello there` };" }, /lib\/words/],
    ["text that an action answers", { "app/actions.ts": 'const wrong = ["Wrong password"];' }, /app\/actions.ts:1/],
    ["a sentence in lib", { "lib/mail/problem.ts": '\nreturn "Nothing answers.";' }, /lib\/mail\/problem.ts:2/],
    [
      "a phrase without a full stop",
      { "lib/mail/gate.ts": 'broken.push("There is no link");' },
      /lib\/mail\/gate.ts:1/,
    ],
    ["a long source file", { "lib/meetings/find.ts": "\n".repeat(201) }, /201 lines; at most 200/],
    ["a long test", { "tests/unit/find.test.ts": "\n".repeat(401) }, /401 lines; at most 400/],
  ])("%s", (_, tree, words) => {
    const problems = problemsOf(tree);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
  });
});

describe("comments in lib", () => {
  const code = "const a = 1;\n".repeat(92);
  const eight = `/**\n * Why.\n */\n/** Why. */\n${"// Why.\n".repeat(4)}`;

  test("a share of eight in a hundred lines is taken", () => {
    expect(problemsOf({ "lib/meetings/find.ts": code + eight })).toEqual([]);
  });

  test("a larger share is refused with its figures, over all files of lib", () => {
    const tree = { "lib/meetings/find.ts": code, "lib/meetings/title.ts": `${eight}${"// Why.\n".repeat(3)}` };
    expect(problemsOf(tree)).toEqual([expect.stringMatching(/^lib: 11 of 103 lines are comments \(10\.7 %\)/)]);
  });

  test("comments elsewhere and comment signs inside a line do not count", () => {
    const address = 'const url = "https://example.org/**"; // Why.\n';
    expect(problemsOf({ "scripts/find.mjs": eight, "lib/meetings/find.ts": address.repeat(20) })).toEqual([]);
  });
});
