/**
 * Runs `stop` once at SIGINT or SIGTERM and ends the process; a second signal ends it at once.
 * Other handlers are removed first: Next's own would exit before the deliveries on the wire are recorded.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = () => {
    if (stopping) process.exit(130);
    stopping = true;
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
