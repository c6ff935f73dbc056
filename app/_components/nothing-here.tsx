import { pageWords } from "@/app/_words/page-words";
import { LinkButton } from "./button";
import { PageHeader } from "./page-header";

/** For people who are signed in. */
export function NothingHere() {
  const words = pageWords().failures;
  return (
    <>
      <PageHeader title={words.nothingHere} description={words.whyNothing} />
      <p>
        <LinkButton href="/meetings">{words.toMeetings}</LinkButton>
      </p>
    </>
  );
}
