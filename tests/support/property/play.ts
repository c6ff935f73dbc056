import { replaceCredential } from "@/lib/credentials/replace";
import { newId } from "@/lib/ids";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { type ChangeRequest, changeMeeting, reviewChange } from "@/lib/meetings/change";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { resendInvitation, resendUndelivered } from "@/lib/meetings/resend";
import { giveAnswer } from "@/tests/support/give-answer";
import { appSecret, inputFor, install, mailHost, schedule } from "@/tests/support/installation";
import { person } from "@/tests/support/person";
import { type Command, type Edit, type History, peopleInAll } from "@/tests/support/property/commands";
import type { Stage } from "@/tests/support/property/stage";

export type Played = {
  meetingId: string;
  /** Everybody who was ever in the meeting. */
  addresses: string[];
  /** Emails of people who get no mail about the newest change. */
  notMailed: Set<string>;
};

let stories = 0;

/** Plays one story against the real functions, while the workers are at it. */
export async function play(stage: Stage, { commands, faults, refused }: History): Promise<Played> {
  const { db } = stage;
  const story = ++stories;
  const place = await install(db);
  const second = await install(db);
  const address = (person: number) => `person-${person}-${story}@example.org`;
  const addresses = [place.organiser.email, ...Array.from({ length: peopleInAll }, (_, i) => address(i))];
  for (const [i, email] of addresses.entries()) stage.faults.set(email, faults[i] ?? []);
  if (refused !== null) stage.refused.add(address(refused));

  const begin = new Date();
  let input: MeetingInput = {
    ...inputFor(place.domain.id, 0, begin),
    participants: [0, 1].map((i) => person({ name: `Person ${i}`, email: address(i) })),
  };
  const meetingId = await schedule(db, place, input);
  let notMailed = new Set<string>();
  const earliest = begin.getTime() + 4 * 3600_000;

  async function change(wanted: MeetingInput, request: Pick<ChangeRequest, "tell" | "changeRoom" | "now">) {
    const { version } = await db.prisma.meeting.findUniqueOrThrow({ where: { id: meetingId } });
    const all = { meetingId, viewer: place.organiser, version, input: wanted, ...request };
    // What was shown is what is written, unless a mail was accepted in between: then it is looked at again.
    for (;;) {
      const review = await reviewChange(db, all);
      if (!review.ok) return;
      const saved = await changeMeeting(db, { ...all, fingerprint: review.fingerprint, mailHost });
      if (saved.ok) {
        input = wanted;
        const optional = review.plan.people.filter(
          ({ effect, neededBecause }) => effect !== "nothing" && neededBecause === null,
        );
        const { tell } = request;
        const isMailed = (email: string) => tell === "everybody" || (tell !== "nobody" && tell.only.includes(email));
        notMailed = new Set(optional.map(({ email }) => email).filter((email) => !isMailed(email)));
        return;
      }
      if (saved.reason !== "plan") throw new Error(`Not saved: ${saved.reason}`);
    }
  }

  async function run(command: Command): Promise<unknown> {
    switch (command.kind) {
      case "edit": {
        const wanted = command.edits.reduce((before, edit) => apply(before, edit), input);
        const tell =
          command.tell === "some" ? { only: wanted.participants.slice(0, 1).map(({ email }) => email) } : command.tell;
        const now = new Date(Date.now() + command.clockMinutes * 60_000);
        return change(wanted, { tell, changeRoom: command.changeRoom, now });
      }
      case "resend": {
        const email = address(command.person);
        const who = await db.prisma.participant.findFirst({ where: { meetingId, email } });
        if (!who) return;
        const sender = { viewer: place.organiser, mailHost, now: new Date() };
        const result = await resendInvitation(db, { participantId: who.id, ...sender });
        // The new invitation says how the meeting stands now.
        if (result.ok && result.as === "new-invitation") notMailed.delete(email);
        return;
      }
      case "resend-all":
        return resendUndelivered(db, { meetingId, viewer: place.organiser, mailHost, now: new Date() });
      case "answer": {
        const who = await db.prisma.participant.findFirst({ where: { meetingId, email: address(command.person) } });
        return who && giveAnswer(db, who.id, { answer: command.answer });
      }
      case "cancel":
        return cancelMeeting(db, { meetingId, viewer: place.organiser, mailHost, now: new Date() });
      case "new-credential": {
        const credential = { credentialId: newId(), domainId: input.domainId, createdById: place.organiser.id };
        await replaceCredential(db, { ...credential, now: new Date(), appSecret, issuer: "app", secret: newId() });
        // "Send new links" mails everybody whose link no longer fits, whatever was chosen before.
        return change(input, { tell: "nobody", changeRoom: false, now: new Date() });
      }
      case "crash":
        return stage.crash();
      case "mails-go-out":
        return Promise.race([
          stage.smtp.accepted(stage.smtp.received.length + command.count),
          // Nothing may be left to go out.
          stage.settle(meetingId),
        ]);
    }
  }

  function apply(before: MeetingInput, edit: Edit): MeetingInput {
    const at = (person: number) => before.participants.find(({ email }) => email === address(person));
    const withPerson = (person: number, facts: object) => ({
      ...before,
      participants: before.participants.map((row) => (row.email === address(person) ? { ...row, ...facts } : row)),
    });
    switch (edit.kind) {
      case "title":
        return { ...before, title: edit.value };
      case "description":
        return { ...before, description: edit.value };
      case "move": {
        const length = +before.endsAt - +before.startsAt;
        const start = Math.max(earliest, +before.startsAt + edit.minutes * 60_000);
        const startsAt = new Date(Math.floor(start / 60_000) * 60_000);
        return { ...before, startsAt, endsAt: new Date(+startsAt + length) };
      }
      case "lengthen": {
        const endsAt = new Date(Math.max(+before.startsAt + 60_000, +before.endsAt + edit.minutes * 60_000));
        return { ...before, endsAt };
      }
      case "zone":
        return { ...before, timeZone: edit.value };
      case "domain":
        return { ...before, domainId: before.domainId === place.domain.id ? second.domain.id : place.domain.id };
      case "add":
        if (at(edit.person)) return before;
        return {
          ...before,
          participants: [
            ...before.participants,
            person({ name: `Person ${edit.person}`, email: address(edit.person) }),
          ],
        };
      case "remove":
        return { ...before, participants: before.participants.filter(({ email }) => email !== address(edit.person)) };
      case "rename":
        return withPerson(edit.person, { name: edit.value });
      case "role":
        return withPerson(edit.person, { role: at(edit.person)?.role === "MODERATOR" ? "ATTENDEE" : "MODERATOR" });
    }
  }

  for (const command of commands) await run(command);
  return { meetingId, addresses, notMailed };
}
