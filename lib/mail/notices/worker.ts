import type { Database } from "@/lib/db";
import { writeNotice } from "@/lib/mail/notices/write";
import { type NoticeJobData, noticeQueue, takeBackAbandoned } from "@/lib/queue";

export async function startNotices(db: Database, { mailHost, now }: { mailHost: () => string; now: () => Date }) {
  await takeBackAbandoned(db, noticeQueue);
  const options = { pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 5, heartbeatRefreshSeconds: 3 };
  await db.boss.work<NoticeJobData>(noticeQueue, options, async (jobs) => {
    for (const { data } of jobs) await writeNotice(db, data, { mailHost: mailHost(), now: now() });
  });
}
