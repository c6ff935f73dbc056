import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "docs/decisions";
const files = readdirSync(folder).sort();

test.each(files)("%s says when it was taken and whether it holds", (file) => {
  const [title, , date, status] = readFileSync(`${folder}/${file}`, "utf8").split("\n");
  expect(title).toMatch(new RegExp(`^# ${Number(file.slice(0, 3))}\\. `));
  expect(date).toMatch(/^Date: \d{4}-\d{2}-\d{2}$/);
  expect(status).toMatch(/^Status: (accepted|superseded by \d{3})/);
});

test("a status names decisions that exist", () => {
  const known = files.map((file) => file.slice(0, 3));
  for (const file of files) {
    const status = /^Status: .*$/m.exec(readFileSync(`${folder}/${file}`, "utf8"))?.[0] ?? "";
    for (const number of status.match(/\d{3}/g) ?? []) expect(known, file).toContain(number);
  }
});
