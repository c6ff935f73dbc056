import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A certificate for 127.0.0.1 that nobody but its maker vouches for, good for a day, and its key: PEM both. */
export function selfSignedCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "latchkey-certificate-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => path.join(folder, name));
  const kind = ["-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "1"];
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  execFileSync("openssl", ["req", ...kind, ...names, "-keyout", key!, "-out", cert!], { stdio: "ignore" });
  const made = { key: readFileSync(key!, "utf8"), cert: readFileSync(cert!, "utf8") };
  rmSync(folder, { recursive: true });
  return made;
}
