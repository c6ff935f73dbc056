import type { ParsedMail } from "mailparser";
import { type DatedMail, datedMails, rawMail } from "@/lib/mail/local/folder";

/** `readable` is false for a file that is no mail or cannot be opened. */
export type MailSummary = DatedMail & { readable: boolean; to: string; subject: string };

export type MailboxPage = { mails: MailSummary[]; total: number; page: number; pages: number };

const pageSize = 50;

/** Newest first. Opens only the files of that page. */
export async function listMailbox(dataDir: string, wanted: number): Promise<MailboxPage> {
  const dated = await datedMails(dataDir);
  const pages = Math.max(1, Math.ceil(dated.length / pageSize));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const shown = dated.slice((page - 1) * pageSize, page * pageSize);
  return {
    mails: await Promise.all(shown.map((mail) => summaryOf(dataDir, mail))),
    total: dated.length,
    page,
    pages,
  };
}

async function summaryOf(dataDir: string, mail: DatedMail): Promise<MailSummary> {
  const { simpleParser } = await import("mailparser");
  try {
    const found = await rawMail(dataDir, mail.id);
    if (found) return { ...mail, ...heading(await simpleParser(headersOf(found.raw))) };
  } catch {
    // One bad file must not hide the others.
  }
  return { ...mail, readable: false, to: "", subject: "" };
}

function headersOf(raw: Buffer): Buffer {
  const end = raw.indexOf("\r\n\r\n");
  return end < 0 ? raw.subarray(0, 64 * 1024) : raw.subarray(0, end + 4);
}

export function heading(mail: ParsedMail): { readable: boolean; to: string; subject: string } {
  const to = peopleIn(mail.to);
  return { readable: to !== "" && Boolean(mail.from), to, subject: mail.subject ?? "" };
}

/** `Ann Lee <ann@example.org>`, without quotes. */
export function peopleIn(field: ParsedMail["to"]): string {
  const addresses = [field ?? []].flat().flatMap(({ value }) => value);
  return addresses.map(({ name, address = "" }) => (name ? `${name} <${address}>` : address)).join(", ");
}
