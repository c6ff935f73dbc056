import type { SigningKeys } from "@/lib/credentials/signing-key";
import type { Database } from "@/lib/db";
import type { GateCode } from "@/lib/mail/calendar/gate";
import { composeMail, GateFailure } from "@/lib/mail/compose/mail";
import { invitationOf } from "@/lib/mail/delivery/invitation-of";
import { loadDeliveries } from "@/lib/mail/delivery/load";
import { newestMailArgs } from "@/lib/mail/ledger/newest";
import { type MailContent, readContent } from "@/lib/mail/local/read";
import type { Invitation, Sender } from "@/lib/mail/message/invitation";
import { type MeetingViewer, visibleTo } from "@/lib/meetings/read/visible-to";

/** Stands for whatever only the recipient may have, while the mail is composed. */
const hidden = "hidden-in-the-preview";
/** What is read in its place. */
export const leftOut = { link: "[personal link]", answer: "[link to answer]", uid: "[personal]" };
/** Letters, of lib/links/answer-link.ts. */
const answerTokenLength = 64;

type Wanted = {
  participantId: string;
  viewer: MeetingViewer;
  /** One of this person's mails; null: the newest that carries the calendar entry. */
  deliveryId: string | null;
};
export type Preview = { ok: true; mail: MailContent } | { ok: false; codes: GateCode[] };
type Context = { keys: SigningKeys; sender: Sender; publicUrl: string };

/**
 * One person's mail as the worker writes it, read back as their programs do. Null where there is none, and for a notice to
 * the organiser. The same functions compose it, so that it cannot differ from what is sent, but for what is hidden. One
 * that the gate stops has codes instead.
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
      ...(deliveryId ? { id: deliveryId, kind: { not: "NOTICE" } } : newestMailArgs.where),
    },
    orderBy: newestMailArgs.orderBy,
    select: { id: true },
  });
  const [delivery] = found ? await loadDeliveries(db, [found.id], { settled: true }) : [];
  if (!delivery) return null;
  const invitation = await invitationOf(
    delivery,
    keys,
    sender,
    () => `${publicUrl}/rsvp/${standIn(answerTokenLength)}`,
  );
  try {
    const { raw } = await composeMail(withoutSecrets(invitation));
    return { ok: true, mail: inWords(await readContent(raw)) };
  } catch (error) {
    if (error instanceof GateFailure) return { ok: false, codes: error.codes };
    throw error;
  }
}

/**
 * An organiser must not be able to go in or to answer as somebody else: the link's token, and the UID, which authorises an
 * answer by mail, are the recipient's alone. The address to answer at is made without its token above.
 */
function withoutSecrets(invitation: Invitation): Invitation {
  const [secret, host] = invitation.uid.split("@");
  return {
    ...invitation,
    uid: `${standIn(secret!.length)}@${host}`,
    personalLink: invitation.personalLink?.replace(/(?<=[?&]jwt=)[^&#]+/, (token) => standIn(token.length)) ?? null,
  };
}

/** As long as what it stands for: a link that is too long for a calendar's LOCATION is left out of it. */
const standIn = (length: number): string => hidden.padEnd(length, "-");

/** To be read by people: the mail is laid out by now. */
function inWords(content: MailContent): MailContent {
  const { text, html, calendar } = content;
  const properties = calendar?.properties.map((property) => ({ ...property, value: withoutLinks(property.value) }));
  return {
    ...content,
    text: withoutLinks(text),
    // A link that looks as it does in the mail, and leads nowhere.
    html: withoutLinks(html.replaceAll(new RegExp(` href="[^"]*${hidden}[^"]*"`, "g"), "")),
    calendar: calendar && { ...calendar, properties: properties! },
  };
}

const hiddenLink = new RegExp(`https?://[^\\s"'<>]*${hidden}[^\\s"'<>]*`, "g");

const withoutLinks = (text: string): string =>
  text
    .replaceAll(hiddenLink, (link) => (link.includes("/rsvp/") ? leftOut.answer : leftOut.link))
    .replaceAll(new RegExp(`${hidden}-*`, "g"), leftOut.uid);
