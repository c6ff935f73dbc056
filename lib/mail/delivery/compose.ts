import { composeMail, GateFailure } from "@/lib/mail/compose/mail";
import type { ComposedMail } from "@/lib/mail/compose/write-mail";
import { invitationOf } from "@/lib/mail/delivery/invitation-of";
import type { LoadedDelivery } from "@/lib/mail/delivery/load";
import type { Reason } from "@/lib/mail/ledger/reasons";
import type { Sender } from "@/lib/mail/message/invitation";
import { composeNotice } from "@/lib/mail/notices/compose";

/** A mail, or why it cannot be written: for the organiser, and for the log. */
export type Composed = { ok: true; mail: ComposedMail } | { ok: false; reason: Reason; error: Error };

export type Order = {
  items: { delivery: LoadedDelivery; answerUrl: string; meetingUrl: string }[];
  /** By the credential's ID; an error where it could not be opened, and then the mails that need it are not written. */
  keys: Map<string, CryptoKey | Error>;
  sender: Sender;
};

/** Never throws: whatever goes wrong is the outcome, in sight of the organiser. */
export async function composeDelivery(item: Order["items"][number], { keys, sender }: Order): Promise<Composed> {
  const { delivery, answerUrl, meetingUrl } = item;
  const get = async ({ id }: { id: string }) => {
    const key = keys.get(id);
    if (key instanceof Error) throw key;
    return key!;
  };
  try {
    const mail =
      delivery.kind === "NOTICE"
        ? composeNotice(delivery, sender, () => meetingUrl)
        : await composeMail(await invitationOf(delivery, { get }, sender, () => answerUrl));
    return { ok: true, mail };
  } catch (error) {
    const { message, stack } = error as Error;
    const reason = error instanceof GateFailure ? "gate-refused" : "compose-failed";
    // What else an error of a library holds may not fit through between two threads.
    return { ok: false, reason, error: Object.assign(new Error(message), { stack }) };
  }
}
