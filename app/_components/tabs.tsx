import { Link } from "@/app/_components/link";
import { classNames } from "./class-names";

type Tab = { href: string; label: string; count?: number; current: boolean };

/** Views of one thing as links: each has an address of its own and needs no script. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="w-fit max-w-full border-line border-b">
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-center gap-2 whitespace-nowrap border-b-2 px-3 font-medium -outline-offset-2",
                tab.current ? "border-accent text-ink" : "border-transparent text-ink-muted hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count !== undefined && <span className="font-normal text-ink-muted tabular-nums">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
