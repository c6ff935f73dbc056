import type { Metadata } from "next";
import { LinkButton } from "@/app/_components/button";
import { PageHeader } from "@/app/_components/page-header";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <PageHeader
        title="There is nothing here"
        description="The address may be incomplete, or what it led to is not yours."
      />
      <p>
        <LinkButton href="/meetings">Go to your meetings</LinkButton>
      </p>
    </>
  );
}
