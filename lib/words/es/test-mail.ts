import type { TestMailWords } from "@/lib/words/en/test-mail";

export const testMail: TestMailWords = {
  subject: "Un correo de prueba de Latchkey",
  text: (host, app) =>
    `Este correo ha pasado por ${host}, con los ajustes de correo de Latchkey en ${app}.\n\nLas invitaciones siguen el mismo camino.\n`,
};
