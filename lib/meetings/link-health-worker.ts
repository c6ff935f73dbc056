import type { Database } from "@/lib/db";
import { log } from "@/lib/log";
import { linkHealth } from "@/lib/meetings/read/link-health";
import { enqueueLinkHealth, linkHealthQueue, takeBackAbandoned } from "@/lib/queue";

const maxNamed = 20;

/** Logs links that no longer fit, once an hour. Stores nothing: a stored result would be out of date (decision 016). */
export async function startLinkHealth(db: Database, { now }: { now: () => Date }): Promise<void> {
  await takeBackAbandoned(db, linkHealthQueue);
  await enqueueLinkHealth(db, now());
  await db.boss.work(linkHealthQueue, { pollingIntervalSeconds: 60, heartbeatRefreshSeconds: 3 }, async () => {
    const found = await linkHealth(db, now());
    const people = found.reduce((sum, meeting) => sum + meeting.people, 0);
    const facts = { meetings: found.length, people };
    if (found.length === 0) log.info("all links fit");
    else log.warn("links no longer fit", { ...facts, first: found.slice(0, maxNamed) });
    await enqueueLinkHealth(db, new Date(now().getTime() + 3600_000));
  });
}
