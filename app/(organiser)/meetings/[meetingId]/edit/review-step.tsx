import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import { Banner } from "@/app/_components/banner";
import { Button } from "@/app/_components/button";
import { FormErrors } from "@/app/_components/form-errors";
import { Section } from "@/app/_components/section";
import { SubmitButton } from "@/app/_components/submit-button";
import { useAskBeforeLeaving } from "../../form/use-ask-before-leaving";
import { AskedAgain } from "./asked-again";
import type { EditState, ShownReview } from "./edit-state";
import { FactChanges } from "./fact-changes-list";
import { OldLinks } from "./old-links";
import { ReviewGroups } from "./review-groups";
import { SaveLabel } from "./save-label";
import { TellField } from "./tell-field";

type Props = {
  state: EditState;
  review: ShownReview;
  submit: (form: FormData) => void;
  /** To the form as it was typed; null where only the server knows it. */
  back: (() => void) | null;
  /** Something typed would be lost. */
  unsaved: boolean;
};

/** "What will be sent": in place of the form, whose fields come along hidden. */
export function ReviewStep({ state, review, submit, back, unsaved }: Props) {
  const { facts, groups, askedAgain, edited, oldLinks, changeRoom, fingerprint, outdated, tell, fields } = review;
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
          What will be sent
        </h2>
        <p className="text-ink-muted">
          {edited ? "Nothing has been saved or sent yet." : "Nothing has been sent yet."}
        </p>
      </div>
      {outdated && (
        <div role="alert">
          <Banner tone="warning" title="Something moved meanwhile, so nothing was saved">
            A mail arrived or came back since you looked. This is what would be sent now.
          </Banner>
        </div>
      )}
      {facts.length > 0 && (
        <Section title="What changes">
          <FactChanges facts={facts} />
        </Section>
      )}
      <Section title="Who gets a mail">
        <TellField groups={groups} choice={tell.choice} edited={edited} />
        <ReviewGroups groups={groups} told={tell.choice === "some" ? tell.told : null} />
        <AskedAgain people={askedAgain} />
      </Section>
      <OldLinks groups={oldLinks} changeRoom={changeRoom} />
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
          Back to the form
        </Button>
        <SubmitButton name="intent" value="save" pendingLabel="Saving">
          <SaveLabel groups={groups} edited={edited} />
        </SubmitButton>
      </div>
    </form>
  );
}
