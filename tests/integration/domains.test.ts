import { beforeEach, describe, expect, test } from "vitest";
import { createPerson } from "@/lib/accounts/create";
import { newAppSecret } from "@/lib/credentials/app-credential";
import { fingerprint, replaceCredential } from "@/lib/credentials/replace";
import { seal, unseal } from "@/lib/credentials/vault";
import type { Database } from "@/lib/db";
import { archiveDomain, restoreDomain } from "@/lib/domains/archive";
import { findDomain, linksInUse, listDomains } from "@/lib/domains/queries";
import { addDomain, type DomainSettings, editDomain } from "@/lib/domains/save";
import { newId, newSecret } from "@/lib/ids";
import { withMailedToken } from "@/lib/links/mailed-token";
import { loadDeliveries } from "@/lib/mail/delivery/load";
import { meetingMailOf } from "@/lib/mail/delivery/meeting-mail-of";
import { cancelMeeting } from "@/lib/meetings/cancel";
import { changeMeeting } from "@/lib/meetings/change";
import type { MeetingInput } from "@/lib/meetings/plan/desired-meeting";
import { savedMeeting } from "@/lib/meetings/read/saved-meeting";
import { resendInvitation } from "@/lib/meetings/resend";
import { scheduleMeeting } from "@/lib/meetings/schedule";
import { deliveryQueue } from "@/lib/queue";
import { onEachDatabase } from "@/tests/support/database";
import { answerLink, appSecret, keys, mailHost, sender, work } from "@/tests/support/installation";
import { readMail } from "@/tests/support/mail";
import { person } from "@/tests/support/person";
import { startSmtp } from "@/tests/support/smtp";
import { waitFor } from "@/tests/support/wait-for";

const now = new Date();
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const fieldsOf = (label: string, isDefault = false): DomainSettings => ({
  label,
  baseUrl: "https://meet.example.org",
  subject: "meet.example.org",
  audience: "jitsi",
  opensBeforeMinutes: 15,
  closesAfterMinutes: 240,
  isDefault,
});

onEachDatabase((database) => {
  let db: Database;
  let admin: { id: string; email: string; name: string; timeZone: string };

  beforeEach(async () => {
    db = database();
    await db.prisma.meeting.deleteMany();
    await db.prisma.credential.deleteMany();
    await db.prisma.domain.deleteMany();
    const person = { email: `${newId()}@example.org`, name: "Ada", timeZone: "Asia/Kathmandu" };
    const result = await createPerson(db, { ...person, role: "ADMIN", password: "correct horse battery" });
    if (!result.ok) throw new Error(result.reason);
    admin = { id: result.id, ...person };
  });

  async function add(label: string, { isDefault = false, id = newId(), secret = newAppSecret() } = {}) {
    const credential = { issuer: "latchkey", secret };
    const fields = fieldsOf(label, isDefault);
    return { ...(await addDomain(db, { id, fields, credential, createdById: admin.id, appSecret })), id };
  }

  const edit = (id: string, fields: DomainSettings, knowingLinks: number | null = null) =>
    editDomain(db, { id, fields, knowingLinks, now });

  const defaults = async () =>
    (await listDomains(db, { now })).filter((domain) => domain.isDefault).map((domain) => domain.label);

  async function schedule(domainId: string, startsAt: Date) {
    const input = {
      title: "Review",
      description: "",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      timeZone: "Europe/Berlin",
      domainId,
      locale: "en" as const,
      reminders: [],
      participants: [person({ name: "Bob", email: "bob@example.net" })],
    };
    const submission = { input, organiser: admin, submissionKey: newId(), mailHost: "latchkey.example", now };
    const result = await scheduleMeeting(db, submission);
    if (!result.ok) throw new Error(result.reason);
    return result.meetingId;
  }

  const deliveries = (domainId: string) =>
    db.prisma.delivery.findMany({ where: { participant: { meeting: { domainId } } }, orderBy: { id: "asc" } });

  describe("there is one default domain, always", () => {
    test("the first domain becomes it, whatever was chosen", async () => {
      await add("first");
      await add("second");
      expect(await defaults()).toEqual(["first"]);
    });

    test("many that want to be it at once leave one", async () => {
      const added = await Promise.all(Array.from({ length: 8 }, (_, n) => add(`domain ${n}`, { isDefault: true })));
      expect(added.every(({ ok }) => ok)).toBe(true);
      expect(await defaults()).toHaveLength(1);
    });

    test("many first ones at once leave one", async () => {
      const added = await Promise.all(Array.from({ length: 8 }, (_, n) => add(`domain ${n}`)));
      expect(added.every(({ ok }) => ok)).toBe(true);
      expect(await defaults()).toHaveLength(1);
    });

    test("an edit hands it over, and cannot take it away", async () => {
      const first = await add("first");
      const second = await add("second");
      await edit(second.id, fieldsOf("second", true));
      expect(await defaults()).toEqual(["second"]);
      await edit(second.id, fieldsOf("second", false));
      expect(await defaults()).toEqual(["second"]);
      await Promise.all([first, second].map(({ id }) => edit(id, fieldsOf("either", true))));
      expect(await defaults()).toEqual(["either"]);
    });

    test("an edit of a domain that is gone changes nothing", async () => {
      await add("first");
      expect(await edit(newId(), fieldsOf("ghost", true))).toMatchObject({ ok: false });
      expect(await defaults()).toEqual(["first"]);
    });

    test("archiving it makes the oldest the default; restoring the only one returns it", async () => {
      const first = await add("first");
      const second = await add("second");
      await add("third");
      await archiveDomain(db, { id: first.id, knowingUpcoming: null, now });
      expect(await defaults()).toEqual(["second"]);
      await db.prisma.domain.updateMany({ where: { label: "third" }, data: { archivedAt: now } });
      await archiveDomain(db, { id: second.id, knowingUpcoming: null, now });
      expect(await defaults()).toEqual([]);
      await restoreDomain(db, { id: first.id });
      expect(await defaults()).toEqual(["first"]);
      await restoreDomain(db, { id: second.id });
      expect(await defaults()).toEqual(["first"]);
    });
  });

  test("the same form sent many times at once adds one domain with one credential", async () => {
    const id = newId();
    const results = await Promise.all(Array.from({ length: 6 }, () => add("once", { id })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.prisma.domain.count()).toBe(1);
    expect(await db.prisma.credential.count()).toBe(1);
  });

  describe("a credential", () => {
    const replace = (domainId: string, { credentialId = newId(), secret = newAppSecret() } = {}) =>
      replaceCredential(db, {
        domainId,
        credentialId,
        issuer: "latchkey",
        secret,
        createdById: admin.id,
        now,
        appSecret,
      });

    test("is the only active one of its domain, however many replace it at once", async () => {
      const { id } = await add("busy");
      const results = await Promise.all(Array.from({ length: 8 }, () => replace(id)));
      expect(results.every(({ ok }) => ok)).toBe(true);
      const states = await db.prisma.credential.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });
      expect(states.map(({ state, _count }) => [state, _count])).toEqual([
        ["ACTIVE", 1],
        ["RETIRED", 8],
      ]);
    });

    test("is replaced once by a form that is sent twice", async () => {
      const { id } = await add("twice");
      const credentialId = newId();
      const results = await Promise.all([replace(id, { credentialId }), replace(id, { credentialId })]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(await db.prisma.credential.count()).toBe(2);
    });

    test("is not replaced on an archived domain", async () => {
      const { id } = await add("archived");
      await archiveDomain(db, { id, knowingUpcoming: null, now });
      expect(await replace(id)).toEqual({ ok: false, reason: "not-found" });
    });

    test("opens in its own row and with its own APP_SECRET, and nowhere else", async () => {
      const secret = newAppSecret();
      await add("sealed", { secret });
      const row = await db.prisma.credential.findFirstOrThrow();
      expect(await unseal(row.sealedSecret, row.id, appSecret)).toBe(secret);
      await expect(unseal(row.sealedSecret, newId(), appSecret)).rejects.toThrow(/not sealed for/);
      await expect(unseal(row.sealedSecret, row.id, newSecret())).rejects.toThrow();
      const [, , iv, text, tag] = row.sealedSecret.split(".");
      const forged = Buffer.from(JSON.stringify({ alg: "dir", enc: "A256GCM", kid: "1", ctx: newId() }));
      const moved = [forged.toString("base64url"), "", iv, text, tag].join(".");
      await expect(unseal(moved, row.id, appSecret)).rejects.toThrow();
      expect(await seal(secret, row.id, appSecret)).not.toBe(row.sealedSecret);
    });

    test("leaves its secret in no row of any table, nor in what pages may read", async () => {
      const [first, second] = [newAppSecret(), newAppSecret()];
      const { id } = await add("secret", { secret: first });
      await schedule(id, inHours(2));
      await replace(id, { secret: second });
      const everything = await dump(db);
      const shown = JSON.stringify([await listDomains(db, { now }), await findDomain(db, { id, now })]);
      for (const secret of [first, second]) {
        expect(everything).toContain(fingerprint(secret));
        expect(everything).not.toContain(secret);
        expect(shown).not.toContain(secret);
      }
      expect(shown).not.toContain("sealedSecret");
      expect(shown).not.toContain("eyJ");
    });

    test("that is new signs what is not out yet, and names how many links in use it breaks", async () => {
      const { id } = await add("links");
      await schedule(id, inHours(2));
      await schedule(id, inHours(-10));
      const cancelled = await schedule(id, inHours(3));
      await db.prisma.delivery.updateMany({ data: { status: "ACCEPTED" } });
      await schedule(id, inHours(4));
      await cancelMeeting(db, { meetingId: cancelled, viewer: admin, mailHost: "latchkey.example", now });
      expect(await linksInUse(db, { domainId: id, now })).toBe(2);

      const old = await db.prisma.credential.findFirstOrThrow({ where: { domainId: id, state: "ACTIVE" } });
      await replace(id);
      expect(await linksInUse(db, { domainId: id, now })).toBe(0);
      const smtp = await startSmtp();
      const stopWork = await work(db, smtp.url);
      const ofDomain = { participant: { meeting: { domainId: id } } };
      await waitFor("everything to be sent", async () => {
        return (await db.prisma.delivery.count({ where: { ...ofDomain, status: "QUEUED" } })) === 0;
      });
      await stopWork();
      await smtp.stop();
      const sent = await db.prisma.delivery.findMany({
        where: { ...ofDomain, status: "ACCEPTED", attempts: { gt: 0 }, kind: "INVITATION" },
        include: withMailedToken,
      });
      expect(sent).toHaveLength(2);
      for (const { link } of sent) expect(link!.roomTokens[0]!.credentialId).not.toBe(old.id);
      expect(await linksInUse(db, { domainId: id, now })).toBe(2);
    });
  });

  describe("an edit", () => {
    test.each<[string, Partial<DomainSettings>]>([
      ["address", { baseUrl: "https://jitsi.example.org" }],
      ["subject", { subject: "tenant" }],
      ["audience", { audience: "other" }],
    ])("of the %s is saved only by somebody who was told how many links it breaks", async (_, changed) => {
      const { id } = await add("edited");
      await schedule(id, inHours(2));
      await schedule(id, inHours(-10));
      await db.prisma.delivery.updateMany({ data: { status: "ACCEPTED" } });
      const fields = { ...fieldsOf("renamed"), ...changed };
      const refused = { ok: false, reason: "breaks-links", links: 2 };
      expect(await edit(id, fieldsOf("renamed"))).toEqual({ ok: true });
      expect(await edit(id, fields)).toEqual(refused);
      expect(await edit(id, fields, 1)).toEqual(refused);
      expect(await findDomain(db, { id, now })).toMatchObject(fieldsOf("renamed", true));
      expect(await edit(id, fields, 2)).toEqual({ ok: true });
      expect(await findDomain(db, { id, now })).toMatchObject({ ...fields, isDefault: true });
      // What is broken already is not broken by the next.
      expect(await edit(id, { ...fields, baseUrl: "https://third.example.org" })).toEqual({ ok: true });
    });

    test("waiting mails follow, each as a new mail, and a mailed link stays as it was", async () => {
      const { id } = await add("moving");
      let isRefused = true;
      const smtp = await startSmtp({
        respond: (to) =>
          isRefused && to.startsWith("bob") ? { kind: "refuse", code: 451, message: "Later" } : { kind: "accept" },
      });
      await schedule(id, new Date(Date.now() + 7200_000));
      const stopWork = await work(db, smtp.url, { delayMs: () => 3_600_000 });
      await waitFor("Bob's first attempt", async () =>
        (await deliveries(id)).some(({ status, attempts }) => status === "QUEUED" && attempts > 0),
      );
      await waitFor("Ada's mail", async () => (await deliveries(id)).some(({ status }) => status === "ACCEPTED"));
      expect(await edit(id, { ...fieldsOf("moving"), baseUrl: "https://new.example.org" }, 1)).toEqual({ ok: true });
      isRefused = false;
      // Only now: an attempt that had begun before would bring the old link.
      await db.prisma.$executeRaw`UPDATE pgboss.job SET "start_after" = now() WHERE "name" = ${deliveryQueue}`;
      await waitFor("all to be settled", async () => !(await deliveries(id)).some(({ status }) => status === "QUEUED"));
      await stopWork();
      await smtp.stop();
      const links = await Promise.all(
        (await smtp.accepted(2)).map(async ({ raw, to }) => [to[0], (await readMail(raw)).link]),
      );
      expect(links).toContainEqual([admin.email, expect.stringMatching("^https://meet.example.org/")]);
      expect(links).toContainEqual(["bob@example.net", expect.stringMatching("^https://new.example.org/")]);
      expect((await deliveries(id)).map(({ status }) => status).sort()).toEqual(["ACCEPTED", "ACCEPTED", "SUPERSEDED"]);
      // Looked at, it says what it said.
      const loaded = await loadDeliveries(
        db,
        (await deliveries(id)).map(({ id }) => id),
        { settled: true },
      );
      const composed = await Promise.all(loaded.map((row) => meetingMailOf(row, keys(), sender, answerLink)));
      const own = composed.find(({ recipient }) => recipient.email === admin.email)!;
      expect(own).toMatchObject({
        host: "meet.example.org",
        personalLink: links.find(([to]) => to === admin.email)![1],
      });
    });
  });

  describe("a domain with upcoming meetings", () => {
    test("is archived only by somebody who was told how many they are", async () => {
      const { id } = await add("in use");
      await schedule(id, inHours(2));
      await schedule(id, inHours(-0.5));
      await schedule(id, inHours(-10));
      const archive = (knowingUpcoming: number | null) => archiveDomain(db, { id, knowingUpcoming, now });
      expect(await archive(null)).toEqual({ ok: false, reason: "in-use", upcoming: 2 });
      expect(await archive(1)).toEqual({ ok: false, reason: "in-use", upcoming: 2 });
      await schedule(id, inHours(5));
      expect(await archive(2)).toEqual({ ok: false, reason: "in-use", upcoming: 3 });
      expect(await archive(3)).toEqual({ ok: true });
      expect(await archive(3)).toEqual({ ok: false, reason: "not-found" });
    });

    test("an archived domain's meetings can be changed and sent again; none move there", async () => {
      const [{ id }, elsewhere] = [await add("kept"), await add("elsewhere")];
      const [meetingId, other] = [await schedule(id, inHours(2)), await schedule(elsewhere.id, inHours(2))];
      expect(await archiveDomain(db, { id, knowingUpcoming: 1, now })).toEqual({ ok: true });
      const change = async (meetingId: string, changes: Partial<MeetingInput>) => {
        const saved = (await savedMeeting(db, { meetingId, viewer: admin }))!;
        const input = { ...saved.input, ...changes };
        const request = { meetingId, viewer: admin, version: saved.version, input, changeRoom: false, mailHost, now };
        return changeMeeting(db, { ...request, tell: "everybody", fingerprint: null });
      };
      expect(await change(meetingId, { title: "Renamed", participants: [] })).toMatchObject({ ok: true, version: 2 });
      expect(await change(other, { domainId: id })).toEqual({ ok: false, reason: "domain-not-usable" });
      const stays = await db.prisma.participant.findFirstOrThrow({ where: { meetingId, removedAt: null } });
      await db.prisma.delivery.updateMany({ where: { participantId: stays.id }, data: { status: "FAILED" } });
      const again = { participantId: stays.id, viewer: admin, mailHost, now };
      expect(await resendInvitation(db, again)).toMatchObject({ ok: true });
      // Once it has left, it is a meeting from elsewhere.
      expect(await change(meetingId, { domainId: elsewhere.id })).toMatchObject({ ok: true, version: 3 });
      expect(await change(meetingId, { domainId: id })).toEqual({ ok: false, reason: "domain-not-usable" });
    });

    test("takes no new meeting while it is archived, and takes them again afterwards", async () => {
      const { id } = await add("closed");
      await archiveDomain(db, { id, knowingUpcoming: null, now });
      await expect(schedule(id, inHours(2))).rejects.toThrow("domain-not-usable");
      await restoreDomain(db, { id });
      await expect(schedule(id, inHours(2))).resolves.toBeTypeOf("string");
    });
  });
});

/** Every row of every table, as text: what somebody with a copy of the database can read. */
async function dump(db: Database): Promise<string> {
  const tables = await db.prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS "name" FROM information_schema.tables
    WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`;
  const rows: unknown[] = [];
  for (const { name } of tables) {
    rows.push(await db.prisma.$queryRawUnsafe(`SELECT to_jsonb(t)::text AS "row" FROM ${name} t`));
  }
  return JSON.stringify(rows);
}
