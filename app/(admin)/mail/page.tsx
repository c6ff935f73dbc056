import { Banner } from "@/app/_components/banner";
import { PageHeader } from "@/app/_components/page-header";
import { pageWords } from "@/app/_words/page-words";
import { requireAdmin } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { makeVerp, maxVerpLocal } from "@/lib/mail/delivery/verp";
import type { MailSettings } from "@/lib/mail/settings/current";
import { dkimRecord } from "@/lib/mail/settings/dkim";
import { findMailForm } from "@/lib/mail/settings/find";
import type { MailServer } from "@/lib/mail/settings/server";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../admin-title";
import { mailAction } from "./actions";
import { MailForm } from "./mail-form";
import type { ShownServer } from "./mail-settings-state";

export const generateMetadata = adminTitle((words) => words.mailSettings.title);

export default async function MailPage() {
  const admin = await requireAdmin();
  const { db, mail, appSecret } = runtime();
  const [settings, form] = await Promise.all([mail.current(), findMailForm(db)]);
  const { sender, fromEnvironment, server, inbox } = settings;
  const words = pageWords().mailSettings;
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      <Unreadable settings={settings} />
      {inbox && makeVerp(sender.address, newId(), appSecret) === null && (
        <Banner tone="warning" title={words.noRoomForVerp.title}>
          {words.noRoomForVerp.text(maxVerpLocal)}
        </Banner>
      )}
      <MailForm
        action={mailAction}
        values={form.values}
        saved={form.saved}
        record={form.dkim && dkimRecord(form.dkim)}
        adminEmail={admin.email}
        fromEnvironment={{
          smtp: fromEnvironment.server ? shown(server) : null,
          sender: fromEnvironment.sender ? { name: sender.name, address: sender.address } : null,
          imap: fromEnvironment.inbox ? shown(inbox) : null,
        }}
      />
    </>
  );
}

/** Field by field: what goes to the browser must not bring the password along. */
const shown = (server: MailServer | null): ShownServer | null =>
  server && { host: server.host, port: server.port, security: server.security, user: server.user };

function Unreadable({ settings: { unreadable } }: { settings: MailSettings }) {
  if (unreadable.length === 0) return null;
  const words = pageWords().mailSettings.unreadable;
  return (
    <Banner tone="danger" title={words.title}>
      {[...unreadable.map((name) => words[name]), words.enterAgain].join(" ")}
    </Banner>
  );
}
