import { CalendarDays, Inbox, KeyRound, Mail, UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/app/_components/link";
import { pageWords } from "@/app/_words/page-words";
import type { PageWords } from "@/lib/words/en/pages";
import { AccountMenu } from "./account-menu";
import { Logo } from "./logo";
import { MobileNav } from "./mobile-nav";
import { NavLink } from "./nav-link";
import type { NavItem, ShellPerson, SignOut } from "./shell-types";

type Props = {
  person: ShellPerson;
  signOut: SignOut;
  /** Whether mails are kept on this machine, or will be. */
  hasLocalMail: boolean;
  /** Strips across the page, under the header: `<Banner wide …/>`. */
  notices?: ReactNode;
  children: ReactNode;
};

function itemsFor({ role }: ShellPerson, hasLocalMail: boolean, words: PageWords["shell"]): NavItem[] {
  const forEveryone = [{ href: "/meetings", label: words.meetings, icon: CalendarDays }];
  if (role !== "ADMIN") return forEveryone;
  return [
    ...forEveryone,
    { href: "/domains", label: words.domains, icon: KeyRound },
    { href: "/accounts", label: words.accounts, icon: UsersRound },
    { href: "/mail", label: words.mail, icon: Mail },
    ...(hasLocalMail ? [{ href: "/local-mail", label: words.localMail, icon: Inbox }] : []),
  ];
}

export function AppShell({ person, signOut, hasLocalMail, notices, children }: Props) {
  const words = pageWords().shell;
  const items = itemsFor(person, hasLocalMail, words);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-control bg-accent px-4 py-2.5 font-medium text-on-accent focus-visible:translate-y-0"
      >
        {words.skip}
      </a>
      <header className="border-line border-b bg-surface">
        <div className="page-width flex h-15 items-stretch justify-between gap-4 sm:justify-start sm:gap-8">
          <Link href="/meetings" className="flex items-center">
            <Logo />
          </Link>
          <nav aria-label={words.main} className="hidden flex-1 sm:block">
            <ul className="flex h-full gap-1">
              {items.map(({ href, label, icon: Icon }) => (
                <li key={href} className="flex">
                  <NavLink
                    href={href}
                    className="-mb-px flex items-center gap-2 border-transparent border-b-2 px-3 font-medium text-ink-muted -outline-offset-4 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
                  >
                    <Icon aria-hidden className="hidden size-4 md:block" />
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="-mr-3 hidden items-center sm:flex">
            <AccountMenu person={person} signOut={signOut} />
          </div>
          <div className="flex items-center sm:hidden">
            <MobileNav items={items} person={person} signOut={signOut} />
          </div>
        </div>
      </header>
      {notices && <aside aria-label={words.notices}>{notices}</aside>}
      <main id="content" tabIndex={-1} className="page-width flex flex-1 flex-col gap-6 py-6 outline-none sm:py-8">
        {children}
      </main>
    </div>
  );
}
