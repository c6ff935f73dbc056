import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

// A process of its own, as a mail server is: its work must not be counted as ours.
// Arguments: milliseconds before each message is accepted.
const delayMs = Number(process.argv[2] ?? 0);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    stream.resume();
    stream.on("end", () => (delayMs > 0 ? setTimeout(done, delayMs) : done()));
  },
});
server.listen(0, "127.0.0.1", () => {
  const address = server.server.address() as AddressInfo;
  process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
