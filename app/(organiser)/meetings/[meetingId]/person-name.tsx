import Link from "next/link";

type Person = { id: string; name: string; email: string };

/** What the buttons beside it are about. */
export function PersonName({ id, name, email }: Person) {
  return (
    <p id={`person-${id}`} className="wrap-anywhere min-w-0 font-medium">
      {name || email}
    </p>
  );
}

/** To everything that was mailed to this person; named by both, so that a list of links tells them apart. */
export function MailsLink({ meetingId, id }: { meetingId: string; id: string }) {
  return (
    <Link
      href={`/meetings/${meetingId}/people/${id}`}
      // Hundreds of them, and each would be a page of its own.
      prefetch={false}
      id={`mails-${id}`}
      aria-labelledby={`mails-${id} person-${id}`}
      className="inline-flex min-h-6 items-center text-ink-muted underline underline-offset-2 hover:text-ink"
    >
      Mails and preview
    </Link>
  );
}
