import type { SigningKeys } from "@/lib/credentials/signing-key";
import { composeMail, GateFailure } from "@/lib/mail/compose/mail";
import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import type { LoadedDelivery } from "@/lib/mail/delivery/load";
import { meetingMailOf } from "@/lib/mail/delivery/meeting-mail-of";
import type { Reason } from "@/lib/mail/ledger/reasons";
import type { Sender } from "@/lib/mail/message/meeting-mail";
import { composeNotice } from "@/lib/mail/notices/compose-notice";

/** A mail, or why it cannot be written: for the organiser, and for the log. */
export type Composed = { ok: true; mail: ComposedMail } | { ok: false; reason: Reason; error: unknown };

type Needs = {
  keys: SigningKeys;
  sender: Sender;
  /** Where a participant answers on the web (lib/links/answer-link.ts). */
  answerLink: (participantId: string) => string;
  meetingUrl: (meetingId: string) => string;
};

/** Never throws: whatever goes wrong is the outcome, in sight of the organiser. */
export async function composeDelivery(delivery: LoadedDelivery, needs: Needs): Promise<Composed> {
  const { keys, sender, answerLink, meetingUrl } = needs;
  try {
    const mail =
      delivery.kind === "NOTICE"
        ? await composeNotice(delivery, sender, meetingUrl)
        : await composeMail(await meetingMailOf(delivery, keys, sender, answerLink));
    return { ok: true, mail };
  } catch (error) {
    return { ok: false, reason: error instanceof GateFailure ? "gate-refused" : "compose-failed", error };
  }
}
