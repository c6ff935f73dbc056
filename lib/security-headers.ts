/** What the browser may do with an answer. A page is ours; mail is somebody else's HTML, shown in a frame of ours. */
export type Surface = "page" | "mail";

type Situation = {
  surface: Surface;
  /** Unguessable and new for each request; Next.js copies it from the policy to its own script tags. */
  nonce: string;
  https: boolean;
  development: boolean;
};

const ONE_YEAR = 365 * 24 * 60 * 60;

const UNUSED_FEATURES = ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"];

function pagePolicy({ nonce, development }: Situation): string {
  return join({
    "default-src": "'self'",
    // React's development build rebuilds server stacks with eval; the production build never does.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Style attributes stay forbidden in production: state is shown by classes and native elements.
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

/** Mail may lay itself out and show the pictures it carries; it may not run, load, send or navigate our page. */
function mailPolicy(): string {
  return join({
    "default-src": "'none'",
    "style-src": "'unsafe-inline'",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'self'",
    // Without scripts in it our origin is no danger; the page around it reads how high the mail is.
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
    // A personal link stands in the address of a guest's page: it must not travel on in a Referer.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": situation.surface === "mail" ? "SAMEORIGIN" : "DENY",
    ...(situation.https && { "Strict-Transport-Security": `max-age=${ONE_YEAR}` }),
  };
}
