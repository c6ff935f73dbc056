import { Menu as MenuIcon } from "lucide-react";
import { pageWords } from "@/app/_words/page-words";
import { AccountEntries, menuItemClass } from "./account-menu";
import { Menu } from "./menu";
import { NavLink } from "./nav-link";
import type { NavItem, ShellPerson, SignOut } from "./shell-types";

type Props = { items: NavItem[]; person: ShellPerson; signOut: SignOut };

export function MobileNav({ items, person, signOut }: Props) {
  const words = pageWords().shell;
  return (
    <Menu
      summary={
        <>
          <MenuIcon aria-hidden className="size-4" />
          {words.menu}
        </>
      }
      summaryClassName="flex min-h-11 list-none items-center gap-2 rounded-control border border-line-strong px-3 font-medium"
      panelClassName="absolute right-0 z-30 mt-2 w-72 rounded-card border border-line bg-surface p-1.5 shadow-lg"
    >
      <nav aria-label={words.main} className="mb-1.5 border-line border-b pb-1.5">
        <ul>
          {items.map(({ href, label, icon: Icon }) => (
            <li key={href}>
              <NavLink href={href} className={menuItemClass}>
                <Icon aria-hidden className="size-4 text-ink-muted" />
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <AccountEntries person={person} signOut={signOut} />
    </Menu>
  );
}
