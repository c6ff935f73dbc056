import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.mjs";

// The real peers that tests meet, and where they come from on Debian.
const services = [
  { package: "postgresql", what: "PostgreSQL's server programs (initdb, postgres)", found: () => hasPostgres() },
  { package: "prosody", what: "Prosody (the XMPP server under Jitsi)", found: () => onPath("prosody") },
  {
    package: "chromium-headless-shell",
    what: "Chromium without a window (or the path of another Chromium in CHROMIUM_PATH)",
    found: () => Boolean(process.env.CHROMIUM_PATH) || existsSync("/usr/bin/chromium-headless-shell"),
  },
  // Only root can start these, and tests that need them are skipped for anybody else.
  ...(process.getuid?.() === 0
    ? [
        {
          package: "postfix",
          what: "Postfix (a mail server)",
          found: () => existsSync("/usr/lib/postfix/sbin/master"),
        },
        { package: "dovecot-imapd", what: "Dovecot's IMAP server", found: () => existsSync("/usr/lib/dovecot/imap") },
        { package: "dovecot-lmtpd", what: "Dovecot's LMTP server", found: () => existsSync("/usr/lib/dovecot/lmtp") },
      ]
    : []),
];

const onPath = (name) =>
  [...(process.env.PATH ?? "").split(":"), "/usr/bin", "/usr/sbin"].some((folder) =>
    existsSync(path.join(folder, name)),
  );

function hasPostgres() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  return onPath("initdb") || versions.some((version) => existsSync(path.join(debian, version, "bin/initdb")));
}

/** Installs what is missing where that is possible (root on Debian), and otherwise says what to install. */
export function provideTestServices(needed = services) {
  const missing = needed.filter((service) => !service.found());
  if (missing.length === 0) return;
  const names = missing.map((service) => service.package);
  if (!isDebianRoot()) {
    throw new Refusal(
      `The tests need programs that are not here:\n${missing.map(({ what, package: name }) => `  ${what}: Debian's package "${name}"`).join("\n")}`,
    );
  }
  process.stdout.write(`  Installing for the tests: ${names.join(", ")} …\n`);
  withoutStarting(() => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", "fonts-liberation", ...names],
    ]) {
      // Another installation may be under way.
      const result = spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=600", ...args], { env, encoding: "utf8" });
      if (result.status !== 0) throw new Refusal(`apt-get ${args[0]} failed:\n${result.stdout}${result.stderr}`);
    }
  });
  const still = missing.filter((service) => !service.found());
  if (still.length > 0)
    throw new Refusal(`Still missing after the installation: ${still.map((service) => service.what).join(", ")}`);
}

/** The tests start servers of their own; a package's would take mail and listen for as long as the machine runs. */
function withoutStarting(install) {
  const policy = "/usr/sbin/policy-rc.d";
  if (existsSync(policy)) return install();
  writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    install();
  } finally {
    rmSync(policy, { force: true });
  }
}

function isDebianRoot() {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release);
}
