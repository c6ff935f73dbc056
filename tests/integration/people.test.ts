import { beforeEach, describe, expect, test } from "vitest";
import { changeOwnPassword, changePerson, resetPassword } from "@/lib/accounts/change";
import { createFirstAdmin, createPerson } from "@/lib/accounts/create";
import { listPeople } from "@/lib/accounts/queries";
import { signIn } from "@/lib/accounts/sign-in";
import type { Database } from "@/lib/db";
import { newId } from "@/lib/ids";
import { onEachDatabase } from "@/tests/support/database";

const password = "correct horse battery";
const now = new Date("2026-11-24T10:00:00Z");
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

onEachDatabase((database) => {
  let db: Database;

  beforeEach(async () => {
    db = database();
    await db.prisma.credential.deleteMany();
    await db.prisma.meeting.deleteMany();
    await db.prisma.user.deleteMany();
    await db.prisma.signInFailure.deleteMany();
  });

  async function add(role: "ADMIN" | "ORGANISER", email = `${newId()}@example.org`): Promise<string> {
    const result = await createPerson(db, { email, name: "Somebody", role, timeZone: "Europe/Berlin", password });
    if (!result.ok) throw new Error(result.reason);
    return result.id;
  }

  const epochOf = async (id: string) => (await db.prisma.user.findUniqueOrThrow({ where: { id } })).sessionEpoch;

  describe("somebody's sessions end", () => {
    test("with a new role, a disabled account and a new password, and with nothing else", async () => {
      await add("ADMIN");
      const id = await add("ORGANISER");
      const raised = async (change: () => Promise<unknown>) => {
        const before = await epochOf(id);
        await change();
        return (await epochOf(id)) - before;
      };
      expect(await raised(() => changePerson(db, { id, name: "Another name", role: "ORGANISER", now }))).toBe(0);
      expect(await raised(() => changePerson(db, { id, role: "ADMIN", now }))).toBe(1);
      expect(await raised(() => changePerson(db, { id, disabled: true, now }))).toBe(1);
      expect(await raised(() => changePerson(db, { id, disabled: true, now: inMinutes(1) }))).toBe(0);
      expect(await raised(() => changePerson(db, { id, disabled: false, now }))).toBe(0);
      expect(await raised(() => resetPassword(db, { id, password: "another good one" }))).toBe(1);
      const own = { id, current: "another good one", password: "a third good one" };
      expect(await raised(() => changeOwnPassword(db, own))).toBe(1);
    });

    test("so that a disabled person cannot sign in again with the right password", async () => {
      await add("ADMIN");
      const id = await add("ORGANISER", "olu@example.org");
      const attempt = { email: "olu@example.org", password, address: "192.0.2.1", now };
      expect(await signIn(db, attempt)).toMatchObject({ ok: true });
      await changePerson(db, { id, disabled: true, now });
      expect(await signIn(db, attempt)).toEqual({ ok: false, reason: "wrong" });
      await changePerson(db, { id, disabled: false, now });
      expect(await signIn(db, attempt)).toMatchObject({ ok: true });
    });
  });

  describe("there is an admin, always", () => {
    test("the last one who can sign in keeps role and account", async () => {
      const id = await add("ADMIN");
      const disabled = await add("ADMIN");
      await changePerson(db, { id: disabled, disabled: true, now });
      expect(await changePerson(db, { id, role: "ORGANISER", now })).toEqual({ ok: false, reason: "last-admin" });
      expect(await changePerson(db, { id, disabled: true, now })).toEqual({ ok: false, reason: "last-admin" });
      expect(await changePerson(db, { id, name: "New name", role: "ADMIN", now })).toEqual({ ok: true });
    });

    test("also when all of them step down at once", async () => {
      const admins = await Promise.all(Array.from({ length: 4 }, () => add("ADMIN")));
      const results = await Promise.all(admins.map((id) => changePerson(db, { id, role: "ORGANISER", now })));
      expect(results.filter(({ ok }) => !ok)).toHaveLength(1);
      expect((await listPeople(db)).filter(({ role }) => role === "ADMIN")).toHaveLength(1);
    });

    test("and two first ones at once are one", async () => {
      const people = ["a@example.org", "b@example.org"];
      const person = { name: "First", timeZone: "UTC", password };
      const results = await Promise.all(people.map((email) => createFirstAdmin(db, { ...person, email })));
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });
  });

  test("of two new passwords at once one counts, and the other is refused", async () => {
    const id = await add("ADMIN", "ann@example.org");
    const wanted = ["the first new one", "the second new one"];
    const results = await Promise.all(
      wanted.map((to) => changeOwnPassword(db, { id, current: password, password: to })),
    );
    const counted = results.findIndex(({ ok }) => ok);
    expect(results[counted]).toEqual({ ok: true, sessionEpoch: await epochOf(id) });
    expect(results[1 - counted]).toEqual({ ok: false, reason: "wrong-password" });
    const attempt = { email: "ann@example.org", password: wanted[counted]!, address: "192.0.2.1", now };
    expect(await signIn(db, attempt)).toMatchObject({ ok: true });
  });

  test("one email address is one account", async () => {
    await add("ADMIN", "ann@example.org");
    const again = { email: "ann@example.org", name: "Ann", role: "ORGANISER", timeZone: "UTC", password } as const;
    expect(await createPerson(db, again)).toEqual({ ok: false, reason: "email-taken" });
  });

  test("nothing about passwords is in what the admin's pages read", async () => {
    await add("ADMIN");
    expect(JSON.stringify(await listPeople(db))).not.toMatch(/argon2|password/i);
  });

  describe("signing in is limited", () => {
    const attempt = (email: string, address: string, at = now, tried = "wrong password") =>
      signIn(db, { email, password: tried, address, now: at });
    const many = (count: number, run: (n: number) => ReturnType<typeof attempt>) =>
      Promise.all(Array.from({ length: count }, (_, n) => run(n)));
    const reasons = (results: Awaited<ReturnType<typeof attempt>>[]) =>
      results.map((result) => (result.ok ? "in" : result.reason));
    const passed = (results: Awaited<ReturnType<typeof attempt>>[]) =>
      reasons(results).filter((reason) => reason !== "too-many").length;

    test("ten failures for an account at one address close it there for fifteen minutes", async () => {
      await add("ADMIN", "ann@example.org");
      for (let n = 0; n < 10; n += 1) await attempt("ann@example.org", "198.51.100.1");
      expect(await attempt("ann@example.org", "192.0.2.1", now, password)).toMatchObject({ ok: true });
      const locked = await attempt("ann@example.org", "198.51.100.1", now, password);
      expect(locked).toMatchObject({ ok: false, reason: "too-many" });
      const later = await attempt("ann@example.org", "198.51.100.1", inMinutes(15.1), password);
      expect(later).toMatchObject({ ok: true });
    });

    test("until the time that the refusal names, however often it is tried in between", async () => {
      await add("ADMIN", "ann@example.org");
      for (let n = 0; n < 10; n += 1) await attempt("ann@example.org", "198.51.100.1");
      const refusals = [
        await attempt("ann@example.org", "198.51.100.1"),
        await attempt("ann@example.org", "198.51.100.1", inMinutes(10)),
      ];
      const times = refusals.map((refusal) => (refusal.ok ? null : refusal.retryAt));
      expect(times).toEqual([inMinutes(15), inMinutes(15)]);
      expect(await attempt("ann@example.org", "198.51.100.1", inMinutes(15), password)).toMatchObject({ ok: true });
    });

    test("per account from everywhere, and per network where addresses are cheap", async () => {
      await add("ADMIN", "ann@example.org");
      const results = await many(120, (n) => attempt("ann@example.org", `192.0.2.${n}`));
      expect(passed(results)).toBeLessThanOrEqual(100);
      for (let n = 0; n < 10; n += 1) await attempt("bob@example.org", `2001:db8::${n + 1}`);
      expect(await attempt("bob@example.org", "2001:db8:0:0:1::1")).toMatchObject({ reason: "too-many" });
      expect(await attempt("bob@example.org", "2001:db8:0:1::1")).toMatchObject({ reason: "wrong" });
    });

    test("for accounts that do not exist in the same way", async () => {
      for (let n = 0; n < 10; n += 1) {
        expect(await attempt("nobody@example.org", "198.51.100.1")).toMatchObject({ reason: "wrong" });
      }
      expect(await attempt("nobody@example.org", "198.51.100.1")).toMatchObject({ reason: "too-many" });
    });

    test("per address: from fifty failures on whatever account is tried", async () => {
      await add("ADMIN", "ann@example.org");
      const results = await many(50, (n) => attempt(`somebody${n}@example.org`, "192.0.2.1"));
      expect(passed(results)).toBeLessThanOrEqual(50);
      expect(await attempt("ann@example.org", "192.0.2.1", now, password)).toMatchObject({ reason: "too-many" });
      expect(await attempt("ann@example.org", "192.0.2.2", now, password)).toMatchObject({ ok: true });
    });

    test("also when all attempts come at once", async () => {
      await add("ADMIN", "ann@example.org");
      const results = await many(40, () => attempt("ann@example.org", "192.0.2.1"));
      expect(passed(results)).toBeLessThanOrEqual(10);
    });

    test("and the right password in time clears the account", async () => {
      await add("ADMIN", "ann@example.org");
      for (let n = 0; n < 8; n += 1) await attempt("ann@example.org", "192.0.2.1");
      expect(await attempt("ann@example.org", "192.0.2.1", now, password)).toMatchObject({ ok: true });
      for (let n = 0; n < 9; n += 1) {
        expect(await attempt("ann@example.org", "192.0.2.1")).toMatchObject({ reason: "wrong" });
      }
    });
  });
});
