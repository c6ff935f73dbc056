/** UTF-16 units, of a note and of a proposal. */
export const longestNote = 500;
