import { Banner } from "@/app/_components/banner";
import { PageHeader } from "@/app/_components/page-header";
import { requireAdmin } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { longestVerpLocal, makeVerp } from "@/lib/mail/delivery/verp";
import type { MailSettings } from "@/lib/mail/settings/current";
import { dkimRecord } from "@/lib/mail/settings/dkim";
import { findMailForm } from "@/lib/mail/settings/find";
import type { MailServer } from "@/lib/mail/settings/server";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../admin-title";
import { mailAction } from "./actions";
import { MailForm } from "./mail-form";
import type { ShownServer } from "./mail-state";

export const generateMetadata = adminTitle("Mail");

export default async function MailPage() {
  const admin = await requireAdmin();
  const { db, mail, appSecret } = runtime();
  const [settings, form] = await Promise.all([mail.current(), findMailForm(db)]);
  const { sender, fromEnvironment, server, inbox } = settings;
  return (
    <>
      <PageHeader title="Mail" description="How invitations leave, and how answers come back." />
      <Unreadable settings={settings} />
      {inbox && makeVerp(sender.address, newId(), appSecret) === null && (
        <Banner tone="warning" title="Bounces cannot be told apart">
          The From address has more than {longestVerpLocal} characters before the @, which leaves no room to mark each
          mail. Answers are read all the same.
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
  const names = {
    smtpPassword: "the password of the mail server",
    dkimKey: "the signing key",
    imapPassword: "the password of the mailbox",
  };
  return (
    <Banner tone="danger" title="A saved secret cannot be opened">
      APP_SECRET is not the one that was in force when {unreadable.map((name) => names[name]).join(" and ")} was saved.
      Mail waits until you enter it again.
    </Banner>
  );
}
