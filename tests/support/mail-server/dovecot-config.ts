export type Mailbox = { address: string; password: string };

export type DovecotPorts = { imapPort: number; imapsPort: number; lmtpPort: number };

/** Mail is kept by this user of every Debian. */
const nobody = 65_534;

/** Dovecot 2.3: mailboxes for some addresses, filled by LMTP and read by IMAP. Whatever else comes is refused by LMTP. */
export function dovecotConfig(folder: string, { imapPort, imapsPort, lmtpPort }: DovecotPorts): string {
  return `base_dir = ${folder}/run
instance_name = latchkey-tests
protocols = imap lmtp
log_path = /dev/stderr
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
# What stands behind the + tells a delivery: it goes to the mailbox before the +.
recipient_delimiter = +
first_valid_uid = ${nobody}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
  default_fields = uid=${nobody} gid=${nobody} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${imapsPort}
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
`;
}

/** In the form of passwd(5), with the password in clear. */
export const usersFile = (mailboxes: Mailbox[]): string =>
  mailboxes.map(({ address, password }) => `${address}:{PLAIN}${password}::::::\n`).join("");
