import { notFound } from "next/navigation";
import { type MailView, readMail } from "@/lib/mailbox/read";
import { runtime } from "@/lib/runtime";

/** The mail of the address; not found also where a mail server takes the mail away. */
export async function findMail(params: Promise<{ id: string }>): Promise<MailView> {
  const { env, mail: settings } = runtime();
  const mail = (await settings.current()).server ? null : await readMail(env.dataDir, (await params).id);
  return mail ?? notFound();
}
