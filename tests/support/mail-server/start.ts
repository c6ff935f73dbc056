import { execFileSync } from "node:child_process";
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type DovecotPorts, dovecotConfig, type Mailbox, usersFile } from "@/tests/support/mail-server/dovecot-config";
import { mainConfig, masterConfig } from "@/tests/support/mail-server/postfix-config";
import { startServer } from "@/tests/support/mail-server/process";
import { freePorts } from "@/tests/support/postgres";

export type MailServer = {
  smtpUrl: string;
  imapUrl(mailbox: Mailbox): string;
  /** Under TLS from the first byte, with a certificate that nobody vouches for. */
  imapsUrl(mailbox: Mailbox): string;
  /** What the servers have written, for the message of a test that fails. */
  log(): string;
  /** As an administrator restarts it: connections end, mail stays. */
  restartImap(): Promise<void>;
  stop(): Promise<void>;
};

/** Postfix changes to users of its own, and only root may. */
export const mayRunMailServer = process.getuid?.() === 0;

const queueFolders = [
  "active",
  "bounce",
  "corrupt",
  "defer",
  "deferred",
  "flush",
  "hold",
  "incoming",
  "saved",
  "trace",
];

/**
 * A real Postfix and a real Dovecot on free ports of 127.0.0.1, with folders of their own. Every mailbox belongs to `domain`;
 * mail to any other address there is taken from whoever sends it and comes back as a bounce.
 */
export async function startMailServer(domain: string, mailboxes: Mailbox[]): Promise<MailServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "latchkey-mail-"));
  execFileSync("chmod", ["755", folder]);
  const [smtpPort, imapPort, imapsPort, lmtpPort] = (await freePorts(4)) as [number, number, number, number];
  const dovecotFolder = path.join(folder, "dovecot");
  const postfixFolder = path.join(folder, "postfix");
  prepareDovecot(dovecotFolder, { imapPort, imapsPort, lmtpPort }, mailboxes);
  preparePostfix(postfixFolder, { smtpPort, lmtpPort, domain });

  const startDovecot = () =>
    startServer(
      "Dovecot",
      ["/usr/sbin/dovecot", "-F", "-c", path.join(dovecotFolder, "dovecot.conf")],
      [imapPort, imapsPort, lmtpPort],
    );
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  let dovecot = await startDovecot();
  const postfix = await startServer(
    "Postfix",
    ["/usr/lib/postfix/sbin/master", "-s", "-c", path.join(postfixFolder, "config")],
    [smtpPort],
  );
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    imapUrl: (mailbox) => `imap://${signIn(mailbox)}@127.0.0.1:${imapPort}`,
    imapsUrl: (mailbox) => `imaps://${signIn(mailbox)}@127.0.0.1:${imapsPort}`,
    log: () => `${postfix.printed()}${readFileSync(path.join(postfixFolder, "log"), "utf8")}${dovecot.printed()}`,
    async restartImap() {
      await dovecot.stop();
      dovecot = await startDovecot();
    },
    async stop() {
      await postfix.stop();
      await dovecot.stop();
      removeFolder();
    },
  };
}

const signIn = ({ address, password }: Mailbox) => `${encodeURIComponent(address)}:${encodeURIComponent(password)}`;

function prepareDovecot(folder: string, ports: DovecotPorts, mailboxes: Mailbox[]) {
  mkdirSync(path.join(folder, "mail"), { recursive: true });
  chownSync(path.join(folder, "mail"), 65_534, 65_534);
  const options = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=127.0.0.1".split(" ");
  const files = ["-keyout", path.join(folder, "key.pem"), "-out", path.join(folder, "certificate.pem")];
  execFileSync("openssl", [...options, ...files], { stdio: "pipe" });
  writeFileSync(path.join(folder, "users"), usersFile(mailboxes));
  writeFileSync(path.join(folder, "dovecot.conf"), dovecotConfig(folder, ports));
}

/** What `postfix start` would make, which also looks at the machine's own configuration. */
function preparePostfix(folder: string, frame: { smtpPort: number; lmtpPort: number; domain: string }) {
  const id = (flag: string, name: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  const postfix = [id("-u", "postfix"), id("-g", "postfix")] as const;
  const make = (...names: string[]) => {
    const made = path.join(folder, ...names);
    mkdirSync(made, { recursive: true });
    return made;
  };
  for (const name of [...queueFolders, "private", "public", "maildrop"]) chownSync(make("queue", name), ...postfix);
  make("queue", "pid");
  chownSync(make("data"), ...postfix);
  const config = make("config");
  writeFileSync(path.join(config, "main.cf"), mainConfig({ folder, ...frame }));
  writeFileSync(path.join(config, "master.cf"), masterConfig({ folder, ...frame }));
}
