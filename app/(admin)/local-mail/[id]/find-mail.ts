import { notFound } from "next/navigation";
import { type MailView, readMail } from "@/lib/mail/local/read";
import { runtime } from "@/lib/runtime";

/** The mail of the address. Also once a mail server is set: what was kept before that still holds links that work. */
export async function findMail(params: Promise<{ id: string }>): Promise<MailView> {
  return (await readMail(runtime().env.dataDir, (await params).id)) ?? notFound();
}
