/** `npm start` gets Ctrl-C from the terminal and passes it on, so that one press arrives twice. */
const samePressMs = 500;

/** Runs `stop` once at SIGINT or SIGTERM and ends the process; a second signal ends it at once. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | null = null;
  const handle = () => {
    const now = Date.now();
    if (stoppingSince !== null && now - stoppingSince < samePressMs) return;
    if (stoppingSince !== null) process.exit(130);
    stoppingSince = now;
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, handle);
}
