"use client";

import { useState } from "react";
import type { Control } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Textarea } from "@/app/_components/textarea";
import { useWords } from "@/app/_words/use-words";

type Props = { control: Control; isSaved?: boolean; lines?: boolean };

/**
 * A secret that is typed and never comes back from the server. Where scripts run the browser keeps it while the form is
 * tested and corrected, until the page is left or the form was saved.
 */
export function SecretInput({ control, isSaved, lines }: Props) {
  const words = useWords().mailSettings.server;
  const [typed, setTyped] = useState("");
  const shared = {
    ...control,
    value: typed,
    autoComplete: "off",
    spellCheck: false,
    placeholder: isSaved ? words.savedSecret : undefined,
  };
  return lines ? (
    <Textarea {...shared} onChange={(event) => setTyped(event.target.value)} className="font-mono sm:text-sm" />
  ) : (
    <Input {...shared} type="password" autoComplete="new-password" onChange={(event) => setTyped(event.target.value)} />
  );
}
