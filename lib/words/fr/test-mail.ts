import type { TestMailWords } from "@/lib/words/en/test-mail";

export const testMail: TestMailWords = {
  subject: "Un e-mail de test de Latchkey",
  text: (host, app) =>
    `Cet e-mail est passé par ${host}, avec les réglages de messagerie de Latchkey à l’adresse ${app}.\n\nLes invitations suivent le même chemin.\n`,
};
