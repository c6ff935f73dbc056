import { deliveries } from "@/lib/words/en/pages/deliveries";
import { meetingForm } from "@/lib/words/en/pages/meeting-form";
import { meetingPage } from "@/lib/words/en/pages/meeting-page";
import { meetings } from "@/lib/words/en/pages/meetings";
import { participant } from "@/lib/words/en/pages/participant";
import { problems } from "@/lib/words/en/pages/problems";
import { reminders } from "@/lib/words/en/pages/reminders";
import { review } from "@/lib/words/en/pages/review";
import { shell } from "@/lib/words/en/pages/shell";

/** Sentences of the organiser's and the admin's pages, by area. A translation has the same shape. */
export const pages = {
  deliveries,
  meetingForm,
  meetingPage,
  meetings,
  participant,
  problems,
  reminders,
  review,
  shell,
};

export type PageWords = typeof pages;
