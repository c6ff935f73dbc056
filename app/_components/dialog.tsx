"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useWords } from "@/app/_words/use-words";
import { Button } from "./button";

type Props = {
  trigger: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Usually a form; its buttons go into `DialogActions`. */
  children: ReactNode;
};

export function Dialog({ trigger, title, description, open, onOpenChange, children }: Props) {
  return (
    <Radix.Root
      open={open}
      onOpenChange={(opens) => {
        shareStyleNonce();
        onOpenChange?.(opens);
      }}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Radix.Content
          {...(!description && { "aria-describedby": undefined })}
          className="fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[90dvh] w-full max-w-lg flex-col gap-4 overflow-y-auto rounded-t-2xl border border-line bg-surface p-5 shadow-xl sm:top-1/2 sm:bottom-auto sm:-translate-y-1/2 sm:rounded-2xl sm:p-6"
        >
          <div className="flex flex-col gap-1.5">
            <Radix.Title className="font-semibold text-lg tracking-tight">{title}</Radix.Title>
            {description && (
              <Radix.Description asChild>
                <div className="text-ink-muted">{description}</div>
              </Radix.Description>
            )}
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The way out first in reading order on a phone's foot, last word to the action on the right. */
export function DialogActions({ closeLabel, children }: { closeLabel?: string; children?: ReactNode }) {
  const words = useWords().shell;
  return (
    <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
      <Radix.Close asChild>
        <Button>
          <X aria-hidden />
          {closeLabel ?? words.close}
        </Button>
      </Radix.Close>
      {children}
    </div>
  );
}

declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * Radix locks scrolling with a style element it makes in the browser, and looks for the nonce of the page under this
 * name. Without it the content security policy refuses the element.
 */
function shareStyleNonce(): void {
  globalThis.__webpack_nonce__ ??= document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}
