import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { Button } from "@/app/_components/button";
import { FormErrors } from "@/app/_components/form-errors";
import { Section } from "@/app/_components/section";
import { SubmitButton } from "@/app/_components/submit-button";
import { useWords } from "@/app/_words/use-words";
import type { FormState } from "@/lib/action";
import { useAskBeforeLeaving } from "../../form/use-ask-before-leaving";
import { FactList } from "./fact-list";
import { RecipientChoiceField, SaveLabel } from "./recipient-choice";
import { AskedAgain, ReviewGroups } from "./review-groups";
import type { ShownReview } from "./shown-review";
import { StaleLinks } from "./stale-links";

type Props = {
  state: FormState;
  review: ShownReview;
  submit: (form: FormData) => void;
  /** To the form as it was typed; null where only the server knows it. */
  back: (() => void) | null;
  /** Something typed would be lost. */
  unsaved: boolean;
};

/** "What will be sent": in place of the form, whose fields come along hidden. */
export function ReviewStep({ state, review, submit, back, unsaved }: Props) {
  const { facts, groups, askedAgain, edited, staleLinks, changeRoom, fingerprint, outdated, choice, fields } = review;
  const words = useWords().review;
  const form = useRef<HTMLFormElement>(null);
  useAskBeforeLeaving(form, unsaved);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another review is to be read from its beginning
  useEffect(() => heading.current?.focus(), [review]);
  return (
    <form ref={form} action={submit} className="flex flex-col gap-8">
      {fields.map(([name, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names and values may come more than once
        <input key={i} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="fingerprint" value={fingerprint} />
      <input type="hidden" name="changeRoom" value={changeRoom ? "yes" : ""} />
      <FormErrors state={state} />
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg tracking-tight">
          {words.heading}
        </h2>
        <p className="text-ink-muted">{edited ? words.nothingSaved : words.nothingSent}</p>
      </div>
      {outdated && (
        <div role="alert">
          <Banner tone="warning" title={words.outdated}>
            {words.outdatedHint}
          </Banner>
        </div>
      )}
      {facts.length > 0 && (
        <Section title={words.whatChanges}>
          <FactList facts={facts} />
        </Section>
      )}
      <Section title={words.whoGetsMail}>
        <RecipientChoiceField groups={groups} choice={choice.to} edited={edited} />
        <ReviewGroups groups={groups} mailed={choice.to === "some" ? choice.mailed : null} />
        <AskedAgain people={askedAgain} />
      </Section>
      <StaleLinks groups={staleLinks} changeRoom={changeRoom} />
      <div className="flex flex-wrap justify-between gap-3 rounded-card border border-line bg-surface p-4 phone:flex-col-reverse sm:p-5">
        <Button
          type="submit"
          name="intent"
          value="edit"
          onClick={(event) => {
            if (!back) return;
            event.preventDefault();
            back();
          }}
        >
          <ArrowLeft aria-hidden />
          {words.back}
        </Button>
        <SubmitButton name="intent" value="save" pendingLabel={words.saving}>
          <SaveLabel groups={groups} edited={edited} />
        </SubmitButton>
      </div>
    </form>
  );
}
