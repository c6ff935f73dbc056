/** With which an admin tries the mail settings. */
export const testMail = {
  subject: "A test mail from Latchkey",
  text: (host: string, app: string) =>
    `This mail came through ${host}, with the mail settings of Latchkey at ${app}.\n\nInvitations take the same way.\n`,
};

export type TestMailWords = typeof testMail;
