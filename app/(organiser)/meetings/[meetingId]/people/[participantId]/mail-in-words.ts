import type { SentAttempt, SentMail } from "@/lib/meetings/read/history";
import { remindersInWords } from "../../../reminders-in-words";
import { answerInWords, isStoredLocally } from "../../delivery-in-words";
import { changesInWords } from "../../edit/change-in-words";

const kinds: Record<SentMail["kind"], string> = {
  INVITATION: "Invitation",
  UPDATE: "Update",
  CANCELLATION: "Cancellation",
  REMINDER: "Reminder",
  NOTICE: "Notice to you",
};

/** `Update: time and title`. */
export function mailInWords({ kind, notice, changes, reminder }: SentMail): string {
  if (kind === "UPDATE" && changes.length > 0) return `Update: ${changesInWords(changes)}`;
  if (kind === "UPDATE") return "Sent again";
  if (kind === "REMINDER" && reminder) return `Reminder, ${remindersInWords([reminder.minutesBefore])}`;
  if (notice) return notice === "ANSWERS" ? "Notice to you: answers" : "Notice to you: mails that failed";
  return kinds[kind];
}

const results: Record<SentAttempt["result"], string> = {
  ACCEPTED: "Accepted",
  RETRY: "Put off",
  FAILED: "Given up",
  BOUNCED: "Came back",
};

/** `Put off: the mail server said “451 4.7.1 Come back later”`. */
export function attemptInWords(attempt: SentAttempt): string {
  if (isStoredLocally(attempt)) return "Kept on this machine, not sent out";
  return `${results[attempt.result]}: ${answerInWords(attempt)}`;
}
