import type { ReactNode } from "react";
import { pageWords } from "@/app/_words/page-words";
import { Logo } from "./logo";

type Props = { title: ReactNode; description?: ReactNode; step?: string; notice?: ReactNode; children: ReactNode };

/** For people without a session: one quiet card, cut like the tag on a key. */
export function GuestShell({ title, description, step, notice, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      {notice && <aside aria-label={pageWords().shell.notices}>{notice}</aside>}
      <main className="mx-auto flex w-full max-w-lg flex-1 flex-col justify-center px-4 py-10 sm:py-16">
        <div className="rounded-2xl border border-line bg-surface px-5 pt-5 pb-6 shadow-sm sm:px-10 sm:pt-6 sm:pb-10">
          <span
            aria-hidden
            className="mx-auto mb-6 block size-5 rounded-full border border-line-strong/60 bg-canvas shadow-inner"
          />
          <Logo />
          <div className="mt-6 flex flex-col gap-1.5">
            {step && <p className="font-medium text-accent text-sm">{step}</p>}
            <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
            {description && <div className="text-ink-muted">{description}</div>}
          </div>
          <div className="mt-6 flex flex-col gap-5">{children}</div>
        </div>
      </main>
    </div>
  );
}
