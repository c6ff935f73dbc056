"use server";

import { Resolver } from "node:dns/promises";
import { revalidatePath } from "next/cache";
import { adminAction } from "@/app/_words/actions";
import { errorInWords, fieldErrorsInWords } from "@/app/_words/errors-in-words";
import { pageWords } from "@/app/_words/page-words";
import { findMailChoice } from "@/lib/accounts/mail-choice";
import type { Viewer } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { localeOf } from "@/lib/locale";
import { checkMailbox } from "@/lib/mail/check/check-mailbox";
import { sendTestMail } from "@/lib/mail/check/test-mail";
import { makeVerp } from "@/lib/mail/delivery/verp";
import { type Applied, applyTyped } from "@/lib/mail/settings/apply";
import { checkDkimRecord, dkimRecord } from "@/lib/mail/settings/dkim";
import { openSavedMail } from "@/lib/mail/settings/find";
import { mailFormSchema, type TypedMail } from "@/lib/mail/settings/mail-form";
import { saveMailSettings } from "@/lib/mail/settings/save";
import { upcomingInCalendars } from "@/lib/meetings/read/in-calendars";
import { runtime } from "@/lib/runtime";
import type { MailSettingsState } from "./mail-settings-state";

export const mailAction = adminAction<typeof mailFormSchema, MailSettingsState>(
  mailFormSchema,
  async (typed, admin) => {
    const { db, mail, appSecret } = runtime();
    const [current, saved] = await Promise.all([mail.current(), openSavedMail(db, appSecret)]);
    const result = await applyTyped(typed, saved, current);
    if (!result.ok) return { fieldErrors: fieldErrorsInWords(result.fieldErrors) };
    if (typed.intent === "test") return test(result.applied, admin);
    if (typed.intent === "mailbox") return check(result.applied);
    return save(typed, result.applied, current.sender.address, admin);
  },
);

async function test({ server, sender, dkim, dkimPublic, inbox }: Applied, admin: Viewer): Promise<MailSettingsState> {
  if (!server) return { fieldErrors: { smtpHost: [errorInWords({ code: "mail-server-missing" })] } };
  const { db, env, appSecret } = runtime();
  const me = { name: admin.name, address: admin.email };
  const answers = { ORGANISER: me, SENDER: sender, NONE: null };
  const { locale } = await findMailChoice(db, admin.id);
  const [result, dkimState] = await Promise.all([
    sendTestMail({
      server,
      sender,
      dkim,
      to: me,
      replyTo: answers[sender.replyTo ?? "ORGANISER"],
      bounceTo: (inbox && makeVerp(sender.address, newId(), appSecret)) || sender.address,
      locale: localeOf(locale),
      publicUrl: env.publicUrl,
    }),
    dkimPublic && checkDkimRecord(dkimRecord(dkimPublic), lookUp),
  ]);
  return { test: { ...result, dkim: dkimState ?? undefined } };
}

async function check({ inbox }: Applied): Promise<MailSettingsState> {
  if (!inbox) return { fieldErrors: { imapHost: [errorInWords({ code: "mailbox-server-missing" })] } };
  return { mailbox: await checkMailbox(inbox) };
}

const lookUp = (name: string) => new Resolver({ timeout: 3000, tries: 1 }).resolveTxt(name);

async function save(
  typed: TypedMail,
  { change, sender }: Applied,
  oldAddress: string,
  admin: Viewer,
): Promise<MailSettingsState> {
  const { db, appSecret } = runtime();
  const now = new Date();
  if (sender.address !== oldAddress) {
    const count = await upcomingInCalendars(db, oldAddress, now);
    if (count > 0 && typed.knowingUpcoming !== count) return { upcoming: { count, oldAddress } };
  }
  const { version } = typed;
  const result = await saveMailSettings(db, { version, change, actorId: admin.id, appSecret, now });
  if (!result.ok) {
    return { formErrors: [pageWords().mailSettings.changedMeanwhile] };
  }
  revalidatePath("/", "layout");
  return { notice: savedInWords(result) };
}

function savedInWords({ changed, triedNow }: { changed: boolean; triedNow: number }): string {
  const words = pageWords().mailSettings;
  if (!changed) return words.nothingChanged;
  return triedNow > 0 ? words.savedAndTried(triedNow) : words.saved;
}
