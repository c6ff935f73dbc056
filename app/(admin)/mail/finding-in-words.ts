import { pageWords } from "@/app/_words/page-words";
import type { Finding } from "@/lib/mail/check/finding";

/** What came of trying a server, as one or two sentences. */
export function findingInWords(finding: Finding): string {
  const say = pageWords().mailSettings.findings[finding.code] as (facts: Finding) => string;
  return say(finding);
}
