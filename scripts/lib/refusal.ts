/** Something the person at the keyboard can mend: shown in words, without a stack. */
export class Refusal extends Error {}
