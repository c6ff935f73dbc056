// The languages of mails, calendar entries, notices and guest pages. To add one: its folder, and its line here.
export { de } from "@/lib/words/de/language";
export { en } from "@/lib/words/en/language";
export { es } from "@/lib/words/es/language";
export { fr } from "@/lib/words/fr/language";
