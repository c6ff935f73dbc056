import type { Words } from "@/lib/words/en/language";
import { answers } from "@/lib/words/fr/answers";
import { calendar } from "@/lib/words/fr/calendar";
import { mails } from "@/lib/words/fr/mails";
import { notices } from "@/lib/words/fr/notices";
import { reasons } from "@/lib/words/fr/reasons";
import { testMail } from "@/lib/words/fr/test-mail";
import { time } from "@/lib/words/fr/time";

export const fr: Words = { name: "Français", answers, calendar, mails, notices, reasons, testMail, time };
