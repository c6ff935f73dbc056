import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { mailNotice } from "@/app/(organiser)/mail-notice";
import { keepRuntime } from "@/lib/runtime";

afterEach(() => keepRuntime(null));

test("admins read of an unchecked inbox certificate also without a mail server", async () => {
  const settings = { server: null, inbox: { host: "imap.example.org", verify: false } };
  keepRuntime({ env: { workerInside: true }, mail: { current: async () => settings } } as never);
  const shown = async (isAdmin: boolean) => renderToStaticMarkup(await mailNotice({ isAdmin }));
  expect(await shown(true)).toContain("Mail stays on this machine.");
  expect(await shown(true)).toContain("The certificate of imap.example.org is not checked.");
  expect(await shown(false)).toContain("Mail stays on this machine.");
  expect(await shown(false)).not.toContain("certificate");
});
