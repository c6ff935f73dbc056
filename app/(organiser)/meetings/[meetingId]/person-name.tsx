import Link from "next/link";

type Props = { meetingId: string; id: string; name: string; email: string };

/** What the buttons beside it are about, and the way to all that is known of this person. */
export function PersonName({ meetingId, id, name, email }: Props) {
  return (
    <p id={`person-${id}`} className="wrap-anywhere min-w-0 font-medium">
      <Link href={`/meetings/${meetingId}/people/${id}`} prefetch={false} className="hover:underline">
        {name || email}
      </Link>
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
