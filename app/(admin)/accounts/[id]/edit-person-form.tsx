"use client";

import { Banner } from "@/app/_components/banner";
import { SettingsForm } from "@/app/_components/settings-form";
import { useWords } from "@/app/_words/use-words";
import type { FormAction } from "@/lib/action";
import { NameField, RoleField } from "../person-fields";

type Props = { action: FormAction; values: Record<string, string>; isSelf: boolean };

export function EditPersonForm({ action, values: stored, isSelf }: Props) {
  const { accounts } = useWords();
  return (
    <SettingsForm action={action} values={stored}>
      {(values, errors) => (
        <>
          <input type="hidden" name="id" value={stored.id} />
          <NameField values={values} errors={errors} />
          {isSelf && (
            <Banner tone="warning" title={accounts.ownAccount.title}>
              {accounts.ownAccount.role}
            </Banner>
          )}
          <RoleField values={values} errors={errors} />
        </>
      )}
    </SettingsForm>
  );
}
