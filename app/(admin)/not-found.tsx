import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { EmptyState } from "@/app/_components/empty-state";
import { PageHeader } from "@/app/_components/page-header";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHeader title="There is nothing here" />
      <EmptyState title="Not found" action={<LinkButton href="/meetings">Go to your meetings</LinkButton>}>
        The address may be incomplete, or what it led to is gone or not yours.
      </EmptyState>
    </>
  );
}
