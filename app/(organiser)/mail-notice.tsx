import type { ReactNode } from "react";
import { Banner } from "@/app/_components/banner";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import type { MailSettings } from "@/lib/mail/settings/current";
import { runtime } from "@/lib/runtime";

/** What has to be known about mail on every page: that it goes nowhere, or that it goes out unprotected. */
export async function mailNotice({ isAdmin, action }: { isAdmin: boolean; action?: ReactNode }): Promise<ReactNode> {
  const { env, mail } = runtime();
  const settings = await mail.current();
  return (
    <>
      {!settings.server && <NoServer waits={!env.workerInside} {...{ isAdmin, action }} />}
      {isAdmin && <Unverified settings={settings} />}
    </>
  );
}

/** While no mail server is set, so that nobody waits for an invitation that was never sent. Two lines on a phone. */
function NoServer({ waits, isAdmin, action }: { waits: boolean; isAdmin: boolean; action?: ReactNode }) {
  const words = pageWords().shell.noMailServer;
  return (
    <Banner wide tone="warning" action={action}>
      <strong className="font-medium text-warning">{waits ? words.waits : words.stays}</strong>{" "}
      {isAdmin ? (
        <Link href="/mail" className="link">
          {words.set}
        </Link>
      ) : (
        words.reachesNobody
      )}
    </Banner>
  );
}

/** For as long as it is so, on every page of every admin. */
function Unverified({ settings: { server, inbox } }: { settings: MailSettings }) {
  const hosts = [server, inbox].flatMap((one) => (one && !one.verify ? [one.host] : []));
  if (hosts.length === 0) return null;
  const words = pageWords().shell.unverified;
  return (
    <Banner wide tone="danger">
      <strong className="font-medium text-danger">{words.hosts([...new Set(hosts)])}</strong> {words.risk}{" "}
      <Link href="/mail" className="link">
        {words.change}
      </Link>
    </Banner>
  );
}
