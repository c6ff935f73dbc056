type Mail = { status: string; response: string | null };

/** Tried and not taken, or waiting for an admin. One of which nothing was heard yet is on its way. */
export const isPutOff = ({ status, response }: Mail): boolean => status === "QUEUED" && response !== null;

/** One that is not being tried now, as after "Try now". */
export const waitsForNextTry = (mail: Mail & { nextAttemptAt: Date | null }): boolean =>
  isPutOff(mail) && mail.nextAttemptAt !== null;
