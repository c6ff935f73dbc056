/**
 * Of undici and busboy, with which Next.js reads forms, and of Next.js about a form that is too large. It answers them as if it
 * had failed, and nothing of ours runs before.
 */
const words =
  /Failed to parse body as FormData|Unexpected end of form|Malformed (part header|content type)|Boundary not found|Body exceeded/;

/** Whether what went wrong is that somebody sent what no browser sends. */
export const isBadInput = (message: string): boolean => words.test(message);
