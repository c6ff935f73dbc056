import { ChevronLeft, ChevronRight } from "lucide-react";
import { pageWords } from "@/app/_words/page-words";
import { LinkButton } from "./button";

type Step = { href: string; label: string };

/** Keyset pages know only their neighbours, so there are no page numbers. */
export function Pagination({ previous, next }: { previous?: Step; next?: Step }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={pageWords().shell.pages} className="flex justify-between gap-2">
      {previous ? (
        <LinkButton href={previous.href} rel="prev">
          <ChevronLeft aria-hidden />
          {previous.label}
        </LinkButton>
      ) : (
        <span />
      )}
      {next && (
        <LinkButton href={next.href} rel="next">
          {next.label}
          <ChevronRight aria-hidden />
        </LinkButton>
      )}
    </nav>
  );
}
