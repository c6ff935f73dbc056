/** Class, subject and detail of an enhanced status code (RFC 3463), wherever in an answer it stands. */
const statusCode = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;

/** What a mail server's refusal means, for the codes that mean one thing everywhere; null for any other. */
export function refusalInWords(response: string): string | null {
  const [, kind, subject, detail] = statusCode.exec(response) ?? [];
  const code = `${subject}.${detail}`;
  if (code === "2.2") return "the mailbox is full";
  if (kind === "4") return "the mail server put the mail off";
  if (code === "1.1" || code === "1.10") return "there is no such address";
  if (code === "1.2") return "no mail server takes mail for this address";
  if (code === "2.1") return "the mailbox is switched off";
  return subject === "7" ? "the mail server refuses mail from here" : null;
}
