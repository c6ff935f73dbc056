"use client";

import { useEffect, useState } from "react";

/**
 * The same submission twice is one meeting. Where scripts run, the form gets a key of its own each time it appears:
 * a browser going back shows the page it knows, with the key of the meeting that was saved from it.
 */
export function SubmissionKey({ value }: { value: string }) {
  const [fresh, setFresh] = useState<string>();
  useEffect(() => setFresh(randomUuid()), []);
  return <input type="hidden" name="submissionKey" value={fresh ?? value} readOnly />;
}

/** `crypto.randomUUID` exists on https and localhost only. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
