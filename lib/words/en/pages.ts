import { account } from "@/lib/words/en/pages/account";
import { accounts } from "@/lib/words/en/pages/accounts";
import { deliveries } from "@/lib/words/en/pages/deliveries";
import { domains } from "@/lib/words/en/pages/domains";
import { errors } from "@/lib/words/en/pages/errors";
import { failures } from "@/lib/words/en/pages/failures";
import { localMail } from "@/lib/words/en/pages/local-mail";
import { mailSettings } from "@/lib/words/en/pages/mail-settings";
import { meetingForm } from "@/lib/words/en/pages/meeting-form";
import { meetingPage } from "@/lib/words/en/pages/meeting-page";
import { meetings } from "@/lib/words/en/pages/meetings";
import { participant } from "@/lib/words/en/pages/participant";
import { problems } from "@/lib/words/en/pages/problems";
import { reminders } from "@/lib/words/en/pages/reminders";
import { review } from "@/lib/words/en/pages/review";
import { setup } from "@/lib/words/en/pages/setup";
import { shell } from "@/lib/words/en/pages/shell";
import { signIn } from "@/lib/words/en/pages/sign-in";

/** Sentences of the organiser's and the admin's pages, by area. A translation has the same shape. */
export const pages = {
  account,
  accounts,
  domains,
  errors,
  failures,
  localMail,
  mailSettings,
  setup,
  shell,
  signIn,
  deliveries,
  meetingForm,
  meetingPage,
  meetings,
  participant,
  problems,
  reminders,
  review,
};

export type PageWords = typeof pages;
