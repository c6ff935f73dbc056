import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { claim, holderOf } from "@/scripts/prepare/claim.mjs";
import { fingerprint } from "@/scripts/prepare/fingerprint.mjs";
import { packagesAreInstalled } from "@/scripts/prepare/installed.mjs";
import { nodeVersionProblem } from "@/scripts/prepare/node-version.mjs";
import { waitFor } from "@/tests/support/wait-for";

const newFolder = () => mkdtempSync(path.join(tmpdir(), "latchkey-prepare-"));

describe("Node's version", () => {
  const range = "^20.19 || ^22.12 || >=24";

  test.each(["20.19.0", "20.20.2", "22.12.0", "22.99.1", "24.0.0", "26.1.0"])("%s will do", (version) => {
    expect(nodeVersionProblem(version, range)).toBeNull();
  });

  test.each(["16.20.2", "18.20.4", "20.18.3", "21.7.3", "22.11.0", "23.9.0"])("%s is refused by name", (version) => {
    expect(nodeVersionProblem(version, range)).toContain(`This is Node.js ${version}`);
  });
});

describe("a claim", () => {
  test("has one holder among processes that want it at once", async () => {
    const file = path.join(newFolder(), "claim");
    const script = `
      import { claim } from ${JSON.stringify(path.resolve("scripts/prepare/claim.mjs"))};
      const { release } = claim(${JSON.stringify(file)});
      process.stdout.write(release ? "mine" : "held");
      process.stdin.resume().on("end", () => {});`;
    const children = Array.from({ length: 8 }, () =>
      spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: ["pipe", "pipe", "inherit"] }),
    );
    const answers = await Promise.all(
      children.map(({ stdout }) => new Promise<string>((resolve) => stdout.once("data", (data) => resolve(`${data}`)))),
    );
    for (const child of children) child.stdin.end();
    expect(answers.filter((answer) => answer === "mine")).toHaveLength(1);
  });

  test("names who holds it, until it is given free", () => {
    const file = path.join(newFolder(), "claim");
    const { release } = claim(file);
    expect(claim(file)).toEqual({ holder: process.pid, release: null });
    release!();
    expect(claim(file).holder).toBeNull();
  });

  test.runIf(process.platform === "linux")(
    "left by a process whose parent has not noticed its end is taken over",
    async () => {
      const file = path.join(newFolder(), "claim");
      const script = `import { claim } from ${JSON.stringify(path.resolve("scripts/prepare/claim.mjs"))};
      claim(${JSON.stringify(file)}); process.stdout.write("claimed");`;
      // The shell becomes a program that never looks after the child that it started before.
      const command = '"$0" --input-type=module --eval "$1" & exec sleep 3600';
      const parent = spawn("sh", ["-c", command, process.execPath, script], { stdio: ["ignore", "pipe", "inherit"] });
      await new Promise((resolve) => parent.stdout.once("data", resolve));
      await waitFor("the claim to be free", () => claim(file).release !== null);
      parent.kill();
    },
  );

  test.each([
    ["by a process that is gone", "4194300 long ago"],
    ["by a process whose number somebody else has now", `${process.pid} before that`],
    ["half written", ""],
  ])("left %s is taken over", (_, left) => {
    const file = path.join(newFolder(), "claim");
    writeFileSync(file, left);
    expect(claim(file).holder).toBeNull();
    expect(holderOf(file)).toBe(process.pid);
  });
});

describe("what a build was made from", () => {
  const folderWith = (files: Record<string, string>) => {
    const folder = newFolder();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return folder;
  };
  const files = { "app/a.ts": "one", "app/b/c.ts": "two", "next.config.js": "three" };
  const sources = ["app", "next.config.js", "public"];
  const ofTree = (tree: Record<string, string>) => fingerprint(folderWith(tree), sources);

  test("is the same in every checkout, whatever the times of its files", () => {
    const folder = folderWith(files);
    utimesSync(path.join(folder, "app/a.ts"), 1, 1);
    expect(fingerprint(folder, sources)).toBe(ofTree(files));
  });

  test.each([
    ["an edit", { ...files, "app/b/c.ts": "tw0" }],
    ["a new file", { ...files, "app/d.ts": "" }],
    ["a file that moved", { "app/a.ts": "one", "app/c.ts": "two", "next.config.js": "three" }],
    ["a folder that was not there", { ...files, "public/logo.svg": "<svg/>" }],
    ["text that moved to the next file", { ...files, "app/a.ts": "onet", "app/b/c.ts": "wo" }],
  ])("differs after %s", (_, tree) => {
    expect(ofTree(tree)).not.toBe(ofTree(files));
  });

  test("does not change with anything else", () => {
    expect(ofTree({ ...files, "README.md": "text" })).toBe(ofTree(files));
  });
});

describe("packages", () => {
  const wanted = {
    "": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/for-another-system": { version: "1.0.0", integrity: "sha512-b", optional: true },
  };
  function folderWith(present: object | null) {
    const folder = newFolder();
    writeFileSync(path.join(folder, "package-lock.json"), JSON.stringify({ packages: wanted }));
    mkdirSync(path.join(folder, "node_modules"));
    if (present) {
      const file = path.join(folder, "node_modules", ".package-lock.json");
      writeFileSync(file, JSON.stringify({ packages: present }));
    }
    return folder;
  }

  test("are installed when npm's own list has all that this system needs", () => {
    expect(packagesAreInstalled(folderWith({ "node_modules/a": wanted["node_modules/a"] }))).toBe(true);
  });

  test.each([
    ["nothing is there", null],
    ["one is missing", {}],
    ["one has another version", { "node_modules/a": { version: "0.9.0", integrity: "sha512-a" } }],
    ["one is no longer wanted", { "node_modules/a": wanted["node_modules/a"], "node_modules/b": { version: "1.0.0" } }],
    ["one has other content", { "node_modules/a": { version: "1.0.0", integrity: "sha512-c" } }],
  ])("are stale when %s", (_, present) => {
    expect(packagesAreInstalled(folderWith(present))).toBe(false);
  });

  test("are stale when there is no folder for them", () => {
    const folder = folderWith(null);
    rmSync(path.join(folder, "node_modules"), { recursive: true });
    expect(packagesAreInstalled(folder)).toBe(false);
  });
});
