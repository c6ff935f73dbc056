import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Debian's browser without a window: it launches and visits pages in half the time of the whole Chromium. */
const headlessShell = "/usr/bin/chromium-headless-shell";
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? headlessShell, args: flags });

/** Of a page that never comes. A busy machine makes nobody wait so long. */
const maxWaitMs = 300_000;

/** A fresh visitor. `problems` collects console errors, violations of the content policy, and uncaught errors. */
export async function newVisitor(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: "Europe/Berlin",
    ...options,
  });
  context.setDefaultTimeout(maxWaitMs);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  return { context, page, problems, close: () => context.close() };
}

export type Visitor = Awaited<ReturnType<typeof newVisitor>>;

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Each theme and each width once: colours come from the theme and places from the width. */
const looks = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const;

/** What axe-core finds on the page, in both themes and at phone and desk width: `rule: selector` each. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    // Colours that are still on their way from one theme to the other belong to neither.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
    // While React puts another page in place there is a moment without a title; a page that has none fails here.
    await page.waitForFunction(() => document.title !== "");
    // Not a script tag: the page's content policy would refuse it, rightly.
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await axeScript());
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
      };
      return (await axe.run({ resultTypes: ["violations"] })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => String(node.target)).join(", ")}`,
      );
    });
    findings.push(...violations.map((finding) => `${colorScheme} ${width}: ${finding}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
  return findings;
}

let script: Promise<string> | null = null;
function axeScript(): Promise<string> {
  script ??= import("node:fs/promises").then(({ readFile }) => readFile(axeSource, "utf8"));
  return script;
}
