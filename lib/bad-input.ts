/** Errors of undici, busboy and Next.js about a damaged or too large form. Next.js answers 500 before our code runs. */
const words =
  /Failed to parse body as FormData|Unexpected end of form|Malformed (part header|content type)|Boundary not found|Body exceeded/;

/** Somebody sent what no browser sends. */
export const isBadInput = (message: string): boolean => words.test(message);
