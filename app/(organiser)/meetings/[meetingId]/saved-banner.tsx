"use client";

import { useEffect, useState } from "react";
import { Banner } from "@/app/_components/banner";
import { useWords } from "@/app/_words/use-words";
import type { PageWords } from "@/lib/words/en/pages";

type Query = { saved?: unknown; scheduled?: unknown };
/** What a form did, and of how many mails it brings. */
type Saved = { form: "schedule" | "change"; mails: number };
type Props = {
  query: Query;
  /** Mails stay in local mail. */
  local: boolean;
  sending: boolean;
};

/**
 * What came of the form that led here, said once: the address forgets it, so that a page loaded again does not say it
 * again, while the page that follows its mails keeps it.
 */
export function SavedBanner({ query, local, sending }: Props) {
  const { saved, scheduled } = query;
  const now = savedOf({ saved, scheduled });
  const [shown, setShown] = useState(now);
  if (now && (now.form !== shown?.form || now.mails !== shown.mails)) setShown(now);
  const isNew = now !== null;
  useEffect(() => {
    if (isNew) window.history.replaceState(null, "", window.location.pathname);
  }, [isNew]);
  const words = useWords().meetingPage.saved;
  const isUnsent = shown !== null && shown.mails > 0 && local;
  return (
    <div role="status" className="empty:hidden">
      {shown && <Banner tone={isUnsent ? "info" : "success"}>{savedText(shown, { local, sending }, words)}</Banner>}
    </div>
  );
}

/** What the address says of that form; it is the visitor's own text. */
export function savedOf({ saved, scheduled }: Query): Saved | null {
  if (isCount(scheduled)) return { form: "schedule", mails: Number(scheduled) };
  return isCount(saved) ? { form: "change", mails: Number(saved) } : null;
}

const isCount = (text: unknown): text is string => typeof text === "string" && /^\d{1,4}$/.test(text);

export function savedText(
  { form, mails }: Saved,
  { local, sending }: Pick<Props, "local" | "sending">,
  words: PageWords["meetingPage"]["saved"],
): string {
  if (mails === 0) return words.noMail;
  if (local) return form === "schedule" ? words.nobodyInvited : words.nobodyMailed;
  if (!sending) return form === "schedule" ? words.scheduled : words.saved;
  return form === "schedule" ? words.sendingInvitations(mails) : words.sendingMails(mails);
}
