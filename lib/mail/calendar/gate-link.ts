import type ICAL from "ical.js";
import type { Line } from "@/lib/mail/calendar/gate-form";
import { LOCATION_LIMIT } from "@/lib/mail/message/calendar-text";
import type { Invitation } from "@/lib/mail/message/invitation";
import { wordsIn } from "@/lib/words/words-in";

/** Outlook cuts a link at about 1,024 characters, and a cut token opens nothing. */
const LINK_LIMIT = 1_000;
const TOKEN = /(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/** The rules for the link alone, which hold in a mail without a calendar entry as well. */
export function checkPersonalLink({ personalLink, linkWorks }: Invitation): string[] {
  if (personalLink === null) return ["There is no personal link"];
  const broken: string[] = [];
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(personalLink) || !URL.canParse(personalLink))
    broken.push("The personal link is not a web address");
  else if (new URL(personalLink).href !== personalLink) broken.push("The personal link is not in its plain form");
  if (personalLink.length >= LINK_LIMIT) broken.push(`The personal link has ${personalLink.length} characters`);
  if ((personalLink.match(/[?&#]jwt=/g) ?? []).length > 1 || (personalLink.match(TOKEN) ?? []).length > 1)
    broken.push("The personal link carries more than one token");
  if (linkWorks && linkWorks.until <= linkWorks.from) broken.push("The personal link never works");
  return broken;
}

/** An invitation carries its one link wherever a calendar looks for it, and no other. */
export function checkLink(event: ICAL.Component, lines: Line[], invitation: Invitation): string[] {
  const { personalLink, locale } = invitation;
  const broken = checkPersonalLink(invitation);
  if (personalLink === null) return broken;

  const value = (name: string) => String(event.getFirstPropertyValue(name) ?? "");
  if (value("url") !== personalLink) broken.push("URL is not the personal link");
  if (value("conference") !== personalLink) broken.push("CONFERENCE is not the personal link");
  const parameters = JSON.stringify(event.getFirstProperty("conference")?.toJSON().slice(1, 3));
  if (parameters !== JSON.stringify([{ feature: "VIDEO", label: wordsIn(locale).calendar.conference }, "uri"]))
    broken.push("CONFERENCE is not a video link");
  if (
    value("description")
      .split("\n")
      .filter((line) => line === personalLink).length !== 1
  )
    broken.push("DESCRIPTION does not carry the personal link once");
  if ([...value("location")].length > LOCATION_LIMIT)
    broken.push(`LOCATION is longer than ${LOCATION_LIMIT} characters`);

  const own = new Set(personalLink.match(TOKEN));
  for (const { name, line } of lines)
    for (const token of line.match(TOKEN) ?? []) if (!own.has(token)) broken.push(`${name} carries another token`);
  return broken;
}

/** A cancellation carries none: whoever is shown it later must not find a way in. */
export function checkNoLink(lines: Line[], { personalLink }: Invitation): string[] {
  const broken = personalLink === null ? [] : ["A cancellation has no personal link"];
  for (const { name, line } of lines) {
    if (name !== "SUMMARY" && line.includes("://")) broken.push(`${name} carries a link`);
    if (/[?&#]jwt=/.test(line) || line.match(TOKEN)) broken.push(`${name} carries a token`);
  }
  return broken;
}
