"use client";

import { type ComponentProps, useState } from "react";
import { Button } from "@/app/_components/button";
import type { Control } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { useWords } from "@/app/_words/use-words";

type Props = Control & Pick<ComponentProps<"input">, "autoComplete">;

/** The toggle needs scripts, so it is gone where they do not run. */
export function PasswordInput(input: Props) {
  const words = useWords().signIn;
  const [shown, setShown] = useState(false);
  return (
    <div className="flex gap-2">
      <Input {...input} type={shown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
      <Button
        aria-controls={input.id}
        aria-label={shown ? words.hidePassword : words.showPassword}
        className="w-18 shrink-0 noscript:hidden"
        onClick={() => setShown(!shown)}
      >
        {shown ? words.hide : words.show}
      </Button>
    </div>
  );
}
