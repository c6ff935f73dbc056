/** Something the person at the keyboard can mend: shown in words, without a stack. */
export class Refusal extends Error {}

/** @param {unknown} error */
export function exitInWords(error) {
  if (error instanceof Refusal) process.stderr.write(`\n${error.message}\n\n`);
  else console.error(error);
  process.exit(1);
}
