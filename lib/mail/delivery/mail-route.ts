import { log } from "@/lib/log";
import { pace, type Turn } from "@/lib/mail/delivery/rate-limit";
import { openTransport, type Transport, waitingTransport } from "@/lib/mail/delivery/transport";
import { makeVerp } from "@/lib/mail/delivery/verp";
import type { Sender } from "@/lib/mail/message/meeting-mail";
import type { CurrentMail, MailSettings } from "@/lib/mail/settings/current";

export type Route = {
  sender: Sender;
  transport: Transport;
  turn: Turn;
  /** Envelope sender of the delivery (VERP). */
  bounceTo(deliveryId: string): string;
};

export type MailRoute = {
  /** Takes up changed settings: called when a batch begins. */
  refresh(): Promise<void>;
  /** Runs with the route as it is; a connection that mails are using is closed only after them. */
  use<T>(run: (route: Route) => Promise<T>): Promise<T>;
  close(): void;
};

type Needs = { mail: CurrentMail; appSecret: string; dataDir: string; hasLocalMail: boolean };
type Open = { version: number; route: Route; users: number; outdated: boolean };

/** Changed settings open new connections, without a restart. @param hasLocalMail this process serves local mail */
export function openMailRoute({ mail, appSecret, dataDir, hasLocalMail }: Needs): MailRoute {
  const open = (settings: MailSettings): Open => ({
    version: settings.version,
    route: routeOf(settings, { appSecret, dataDir, hasLocalMail }),
    users: 0,
    outdated: false,
  });
  let now = open(mail.lastRead());
  const leave = (left: Open) => {
    if (left.outdated && left.users === 0) left.route.transport.close();
  };
  return {
    async refresh() {
      const settings = await mail.current();
      if (settings.version === now.version) return;
      const before = now;
      now = open(settings);
      before.outdated = true;
      leave(before);
      log.info("mail settings taken up", { version: settings.version });
    },
    async use(run) {
      const used = now;
      used.users++;
      try {
        return await run(used.route);
      } finally {
        used.users--;
        leave(used);
      }
    },
    close: () => now.route.transport.close(),
  };
}

function routeOf(settings: MailSettings, needs: Omit<Needs, "mail">): Route {
  const { sender, inbox } = settings;
  return {
    sender,
    transport: transportOf(settings, needs),
    turn: pace(settings.mailsPerMinute),
    // Nobody reads bounces at a VERP address without an inbox.
    bounceTo: (deliveryId) => (inbox && makeVerp(sender.address, deliveryId, needs.appSecret)) || sender.address,
  };
}

function transportOf(settings: MailSettings, { dataDir, hasLocalMail }: Omit<Needs, "mail">): Transport {
  const { server, dkim, unreadable, fromEnvironment } = settings;
  if (!server && !hasLocalMail) return waitingTransport("no-mail-server-yet");
  if (server && !fromEnvironment.server && unreadable.includes("smtpPassword"))
    return waitingTransport("password-unreadable");
  if (server && unreadable.includes("dkimKey")) return waitingTransport("signing-key-unreadable");
  return openTransport({ server, dataDir, dkim });
}
