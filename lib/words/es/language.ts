import type { Words } from "@/lib/words/en/language";
import { answers } from "@/lib/words/es/answers";
import { calendar } from "@/lib/words/es/calendar";
import { mails } from "@/lib/words/es/mails";
import { notices } from "@/lib/words/es/notices";
import { reasons } from "@/lib/words/es/reasons";
import { testMail } from "@/lib/words/es/test-mail";
import { time } from "@/lib/words/es/time";

export const es: Words = { name: "Español", answers, calendar, mails, notices, reasons, testMail, time };
