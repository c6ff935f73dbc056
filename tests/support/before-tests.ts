import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";
import { setLogLevel } from "@/lib/log";

// A line for every mail would bury what a test says.
setLogLevel("warn");

// What a person would find on the console as an error is a fault, also where nothing else fails.
const printed: string[] = [];
const print = console.error;
console.error = (...words: unknown[]) => {
  printed.push(format(...words));
  print(...words);
};
beforeEach(() => {
  printed.length = 0;
});
afterEach(() => {
  expect(printed, "console.error was called").toEqual([]);
});
