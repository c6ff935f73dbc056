import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { GateCode } from "@/lib/mail/calendar/gate";
import { composeMail, GateFailure } from "@/lib/mail/compose/mail";
import { loadDeliveries } from "@/lib/mail/delivery/load";
import { meetingMailOf } from "@/lib/mail/delivery/meeting-mail-of";
import { newestCalendarMailArgs } from "@/lib/mail/ledger/newest";
import { type MailContent, readContent } from "@/lib/mail/local/read";
import type { MeetingMail, Sender } from "@/lib/mail/message/meeting-mail";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";

/** Replaces the recipient's secrets while the mail is composed. */
const hidden = "hidden-in-the-preview";
export const placeholders = { link: "[personal link]", answer: "[link to answer]", uid: "[personal]" };
/** As made by lib/links/answer-link.ts. */
const answerTokenLength = 64;

type Wanted = { participantId: string; viewer: MeetingViewer; deliveryId: string | null };
export type Preview = { ok: true; mail: MailContent } | { ok: false; codes: GateCode[] };
type Context = { keys: SigningKeys; sender: Sender; publicUrl: string };

/**
 * One person's mail, composed by the same functions as the mail that is sent, without its secrets.
 * @param wanted `deliveryId` null: the newest calendar mail
 * @returns codes if the gate refuses the mail. Null: no such mail, or a notice
 */
export async function previewMail(
  db: Database,
  { participantId, viewer, deliveryId }: Wanted,
  { keys, sender, publicUrl }: Context,
): Promise<Preview | null> {
  const found = await db.prisma.delivery.findFirst({
    where: {
      participantId,
      participant: { meeting: visibleTo(viewer) },
      ...(deliveryId ? { id: deliveryId, kind: { not: "NOTICE" } } : newestCalendarMailArgs.where),
    },
    orderBy: newestCalendarMailArgs.orderBy,
    select: { id: true },
  });
  const [delivery] = found ? await loadDeliveries(db, [found.id], { settled: true }) : [];
  if (!delivery) return null;
  const mail = await meetingMailOf(delivery, keys, sender, () => `${publicUrl}/rsvp/${standIn(answerTokenLength)}`);
  try {
    const { raw } = await composeMail(maskSecrets(mail));
    return { ok: true, mail: replaceMasks(await readContent(raw)) };
  } catch (error) {
    if (error instanceof GateFailure) return { ok: false, codes: error.codes };
    throw error;
  }
}

/** With the link's token an organiser could join as somebody else, and with the UID answer for them. */
function maskSecrets(mail: MeetingMail): MeetingMail {
  const [secret, host] = mail.uid.split("@");
  return {
    ...mail,
    uid: `${standIn(secret!.length)}@${host}`,
    personalLink: mail.personalLink?.replace(/(?<=[?&]jwt=)[^&#]+/, (token) => standIn(token.length)) ?? null,
  };
}

/** As long as the secret: a mail leaves out links that are too long for LOCATION. */
const standIn = (length: number): string => hidden.padEnd(length, "-");

function replaceMasks(content: MailContent): MailContent {
  const { text, html, calendar } = content;
  const properties = calendar?.properties.map((property) => ({ ...property, value: withoutMasks(property.value) }));
  return {
    ...content,
    text: withoutMasks(text),
    // The link looks as in the mail and leads nowhere.
    html: withoutMasks(html.replaceAll(new RegExp(` href="[^"]*${hidden}[^"]*"`, "g"), "")),
    calendar: calendar && { ...calendar, properties: properties! },
  };
}

const hiddenLink = new RegExp(`https?://[^\\s"'<>]*${hidden}[^\\s"'<>]*`, "g");

const withoutMasks = (text: string): string =>
  text
    .replaceAll(hiddenLink, (link) => (link.includes("/rsvp/") ? placeholders.answer : placeholders.link))
    .replaceAll(new RegExp(`${hidden}-*`, "g"), placeholders.uid);
