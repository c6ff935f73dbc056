import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import type { FormPart, FromEnvironment } from "./mail-state";
import { SetBy } from "./set-by";

type Props = FormPart & {
  fromEnvironment: FromEnvironment["sender"];
};

export function SenderFields({ values, errors, fromEnvironment }: Props) {
  return (
    <>
      {fromEnvironment ? (
        <SetBy
          variable="MAIL_FROM"
          fields={[
            { label: "Name", value: fromEnvironment.name },
            { label: "From address", value: fromEnvironment.address },
          ]}
        />
      ) : (
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            name="fromName"
            label="Name"
            optional
            hint="Mails come from “Ann Lee via” this name."
            error={errors.fromName}
          >
            {(control) => (
              <Input {...control} autoComplete="off" placeholder="Latchkey" defaultValue={values.fromName} />
            )}
          </Field>
          <Field
            name="fromAddress"
            label="From address"
            hint="One address for all invitations. Calendars treat an update from another one as a stranger’s, so change it only when you must."
            error={errors.fromAddress}
          >
            {(control) => (
              <Input
                {...control}
                type="email"
                autoComplete="off"
                placeholder="invites@example.org"
                defaultValue={values.fromAddress}
              />
            )}
          </Field>
        </div>
      )}
      <RadioCards
        name="replyTo"
        legend="Answers to a mail go to"
        hint="What people write back. Accepting and declining in a calendar always goes to the From address."
        error={errors.replyTo}
        defaultValue={values.replyTo}
        options={[
          { value: "ORGANISER", label: "The organiser", description: "Whoever scheduled the meeting." },
          { value: "SENDER", label: "The From address", description: "For an office that answers for everybody." },
          { value: "NONE", label: "Nobody in particular", description: "No Reply-To: programs use the From address." },
        ]}
      />
    </>
  );
}
