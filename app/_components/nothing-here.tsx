import { LinkButton } from "./button";
import { PageHeader } from "./page-header";

/** For people who are signed in; whether something is gone or somebody else's is not told. */
export const NothingHere = () => (
  <>
    <PageHeader
      title="There is nothing here"
      description="The address may be incomplete, or what it led to is gone or not yours."
    />
    <p>
      <LinkButton href="/meetings">Go to your meetings</LinkButton>
    </p>
  </>
);
