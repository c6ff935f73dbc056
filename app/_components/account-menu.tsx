import { ChevronDown, CircleUserRound, LogOut } from "lucide-react";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import { Menu } from "./menu";
import type { ShellPerson, SignOut } from "./shell-types";

export const menuItemClass =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left hover:bg-sunken -outline-offset-2 aria-[current=page]:bg-sunken aria-[current=page]:font-medium";

export function AccountMenu({ person, signOut }: { person: ShellPerson; signOut: SignOut }) {
  return (
    <Menu
      summary={
        <>
          <span className="max-w-40 truncate">{person.name}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 transition-transform group-open:rotate-180" />
        </>
      }
      summaryClassName="flex min-h-11 list-none items-center gap-1.5 rounded-control px-3 font-medium text-ink-muted hover:bg-sunken hover:text-ink"
      panelClassName="absolute right-3 z-30 mt-1 w-64 rounded-card border border-line bg-surface p-1.5 shadow-lg"
    >
      <AccountEntries person={person} signOut={signOut} />
    </Menu>
  );
}

export function AccountEntries({ person, signOut }: { person: ShellPerson; signOut: SignOut }) {
  const words = pageWords().shell;
  return (
    <>
      <p className="wrap-anywhere border-line border-b px-3 pt-1.5 pb-2.5 text-ink-muted text-sm">
        {words.signedInAs(person.email)}
      </p>
      <div className="mt-1.5">
        <Link href="/account" className={menuItemClass}>
          <CircleUserRound aria-hidden className="size-4 text-ink-muted" />
          {words.account}
        </Link>
        <form action={signOut} method={typeof signOut === "string" ? "post" : undefined}>
          <button type="submit" className={menuItemClass}>
            <LogOut aria-hidden className="size-4 text-ink-muted" />
            {words.signOut}
          </button>
        </form>
      </div>
    </>
  );
}
