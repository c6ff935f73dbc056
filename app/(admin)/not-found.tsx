import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHeader title="There is nothing here" />
      <EmptyState title="Not found" action={<LinkButton href="/domains">Go to the domains</LinkButton>}>
        The address may be incomplete, or what it led to is gone.
      </EmptyState>
    </>
  );
}
