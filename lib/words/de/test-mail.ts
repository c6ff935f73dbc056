import type { TestMailWords } from "@/lib/words/en/test-mail";

export const testMail: TestMailWords = {
  subject: "Eine Testmail von Latchkey",
  text: (host, app) =>
    `Diese E-Mail kam über ${host}, mit den E-Mail-Einstellungen von Latchkey unter ${app}.\n\nEinladungen nehmen denselben Weg.\n`,
};
