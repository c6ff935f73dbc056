import type { Database } from "@/lib/db";
import { log } from "@/lib/log";
import { type ReminderJobData, reminderQueue, takeBackAbandoned } from "@/lib/queue";
import { sendReminders } from "@/lib/reminders/send";

/** Writes the mails of reminders as they come due; the delivery worker sends them. */
export async function startReminders(db: Database, { mailHost, now }: { mailHost: () => string; now: () => Date }) {
  await takeBackAbandoned(db, reminderQueue);
  const options = {
    // Five meetings with 1,000 people each fit into one transaction.
    batchSize: 5,
    burstWhenBatchFull: true,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 2,
    heartbeatRefreshSeconds: 3,
  };
  await db.boss.work<ReminderJobData>(reminderQueue, options, async (jobs) => {
    const moments = jobs.map(({ data }) => data);
    const mails = await sendReminders(db, moments, { mailHost: mailHost(), now: now() });
    log.info("reminders due", { reminders: jobs.length, mails });
  });
}
