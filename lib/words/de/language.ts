import { answers } from "@/lib/words/de/answers";
import { calendar } from "@/lib/words/de/calendar";
import { mails } from "@/lib/words/de/mails";
import { notices } from "@/lib/words/de/notices";
import { reasons } from "@/lib/words/de/reasons";
import { testMail } from "@/lib/words/de/test-mail";
import { time } from "@/lib/words/de/time";
import type { Words } from "@/lib/words/en/language";

export const de: Words = { name: "Deutsch", answers, calendar, mails, notices, reasons, testMail, time };
