import { expect, test } from "vitest";
import { isRoomName, newRoomName } from "@/lib/jitsi/room-name";

const rooms = Array.from({ length: 20_000 }, newRoomName);

test("a room's name goes through URL, XMPP and token unchanged", () => {
  for (const room of rooms) {
    expect(room).toMatch(/^[a-z0-9-]{1,64}$/);
    expect(new URL(room, "https://meet.example.org").pathname).toBe(`/${room.toLowerCase()}`);
  }
});

test("no two meetings share a room", () => {
  expect(new Set(rooms).size).toBe(rooms.length);
});

test("each of its 24 letters is any of 32, as 120 random bits need", () => {
  const letters = rooms.map((room) => room.replaceAll("-", ""));
  for (let place = 0; place < 24; place++) expect(new Set(letters.map((room) => room[place])).size).toBe(32);
});

test("what a client would fold or encode is no room's name", () => {
  for (const room of ["", "Room", "a_b", "a.b", "ü", "a/b", "a\n", "a".repeat(65)])
    expect(isRoomName(room)).toBe(false);
});
