import { answers } from "@/lib/words/en/answers";
import { calendar } from "@/lib/words/en/calendar";
import { mails } from "@/lib/words/en/mails";
import { notices } from "@/lib/words/en/notices";
import { reasons } from "@/lib/words/en/reasons";
import { testMail } from "@/lib/words/en/test-mail";
import { time } from "@/lib/words/en/time";

/** All sentences that are written in every language, by where they are read. */
export const en = { name: "English", answers, calendar, mails, notices, reasons, testMail, time };

export type Words = typeof en;
