import { account } from "@/lib/words/en/pages/account";
import { accounts } from "@/lib/words/en/pages/accounts";
import { domains } from "@/lib/words/en/pages/domains";
import { errors } from "@/lib/words/en/pages/errors";
import { failures } from "@/lib/words/en/pages/failures";
import { localMail } from "@/lib/words/en/pages/local-mail";
import { mailSettings } from "@/lib/words/en/pages/mail-settings";
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
};

export type PageWords = typeof pages;
