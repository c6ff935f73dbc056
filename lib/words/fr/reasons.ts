import type { ReasonWords } from "@/lib/words/en/reasons";

export const reasons: ReasonWords = {
  why: {
    "mail-server-refused-recipient": "Le serveur de messagerie a refusé cette adresse",
    "mail-server-refused-message": "Le serveur de messagerie a refusé cet e-mail",
    "mail-server-refused": "Le serveur de messagerie n’accepte aucun e-mail de Latchkey",
    "mail-server-deferred": "Le serveur de messagerie n’a pas encore accepté l’e-mail",
    "sign-in-refused": "Le serveur de messagerie n’a pas accepté le nom d’utilisateur et le mot de passe",
    bounced: "L’e-mail est revenu sans explication",
    "no-connection": "La connexion au serveur de messagerie a échoué",
    "timed-out": "Le serveur de messagerie n’a pas répondu à temps",
    "name-not-found": "Le nom du serveur de messagerie est introuvable",
    "no-secure-connection": "Aucune connexion sécurisée au serveur de messagerie n’a pu être établie",
    "certificate-self-signed": "Le certificat du serveur de messagerie n’est pas fiable : il est auto-signé",
    "certificate-unknown-issuer":
      "Le certificat du serveur de messagerie n’est pas fiable : cette machine n’en connaît pas l’émetteur",
    "certificate-expired": "Le certificat du serveur de messagerie n’est pas fiable : il a expiré",
    "certificate-not-yet-valid":
      "Le certificat du serveur de messagerie n’est pas fiable : il n’est pas encore valable",
    "certificate-revoked": "Le certificat du serveur de messagerie n’est pas fiable : il a été révoqué",
    "certificate-other-name":
      "Le certificat du serveur de messagerie n’est pas fiable : il est établi pour un autre nom",
    "no-mail-server-yet": "Aucun serveur de messagerie n’est encore configuré ; un administrateur peut le faire",
    "password-unreadable":
      "Le mot de passe enregistré du serveur de messagerie ne s’ouvre pas avec cet APP_SECRET ; un administrateur doit le saisir à nouveau",
    "signing-key-unreadable":
      "La clé de signature enregistrée ne s’ouvre pas avec cet APP_SECRET ; un administrateur doit la saisir à nouveau",
    "meeting-over": "La réunion était terminée avant que cet e-mail puisse être envoyé",
    "meeting-over-before-next-attempt": "La réunion serait terminée avant la prochaine tentative",
    "out-of-time": "L’e-mail n’a pas pu être envoyé en deux jours",
    "compose-failed": "Latchkey n’a pas pu rédiger cet e-mail ; son journal en donne la raison",
    "gate-refused": "Latchkey a retenu cet e-mail : un calendrier n’en accepterait pas l’entrée",
    "unexpected-error": "Une erreur inattendue a bloqué cet e-mail ; le journal de Latchkey en dit plus",
  },
  lastAttempt: (why: string) => `Dernière tentative\u202f: ${why}`,
};
