/** A page is ours. Mail is other people's HTML in a frame of ours. */
export type Surface = "page" | "mail";

type Situation = {
  surface: Surface;
  /** New for each request. Next.js copies it to its script tags. */
  nonce: string;
  https: boolean;
  development: boolean;
};

const ONE_YEAR = 365 * 24 * 60 * 60;

const UNUSED_FEATURES = ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"];

function pagePolicy({ nonce, development }: Situation): string {
  return join({
    "default-src": "'self'",
    // React's development build uses eval.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
}

/** Mail may show its layout and its own pictures. It may not run, load, send or navigate. */
function mailPolicy(): string {
  return join({
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
    // Our origin is safe without scripts. The page around reads the height of the mail.
    sandbox: "allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  });
}

function join(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

export function contentSecurityPolicy(situation: Situation): string {
  return situation.surface === "mail" ? mailPolicy() : pagePolicy(situation);
}

export function securityHeaders(situation: Situation): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(situation),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    // The address of a guest's page holds a personal link.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": situation.surface === "mail" ? "SAMEORIGIN" : "DENY",
    ...(situation.https && { "Strict-Transport-Security": `max-age=${ONE_YEAR}` }),
  };
}
