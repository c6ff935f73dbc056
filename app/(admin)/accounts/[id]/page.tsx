import { notFound } from "next/navigation";
import { Badge } from "@/app/_components/badge";
import { Banner } from "@/app/_components/banner";
import { Link } from "@/app/_components/link";
import { PageHeader } from "@/app/_components/page-header";
import { Section } from "@/app/_components/section";
import { pageWords } from "@/app/_words/page-words";
import { minPasswordLength } from "@/lib/accounts/password";
import { findPerson } from "@/lib/accounts/queries";
import { requireAdmin } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../../admin-title";
import { disablePersonAction, editPersonAction, resetPasswordAction } from "../actions";
import { dayOf } from "../day-of";
import { AccessForm } from "./access-form";
import { EditPersonForm } from "./edit-person-form";
import { ResetPasswordForm } from "./reset-password-form";

export const generateMetadata = adminTitle((words) => words.accounts.page.title);

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ added?: string | string[] }> };

export default async function PersonPage({ params, searchParams }: Props) {
  const admin = await requireAdmin();
  const { id } = await params;
  const { db, env } = runtime();
  const person = isId(id) ? await findPerson(db, id) : null;
  if (!person) notFound();
  const isSelf = person.id === admin.id;
  const { accounts } = pageWords();
  const words = accounts.page;
  return (
    <>
      <PageHeader
        back={{ href: "/accounts", label: accounts.title }}
        title={person.name}
        badge={person.disabledAt && <Badge tone="warning">{accounts.disabled}</Badge>}
        description={words.facts(person.email, accounts.roles[person.role], dayOf(person.createdAt, admin.timeZone))}
      />
      {(await searchParams).added && (
        <Banner tone="success" title={words.added}>
          {words.signInAt} <span className="wrap-anywhere">{env.publicUrl}</span>
        </Banner>
      )}
      <Section title={words.nameAndRole} description={words.roleEndsSessions}>
        <EditPersonForm
          action={editPersonAction}
          values={{ id: person.id, name: person.name, role: person.role }}
          isSelf={isSelf}
        />
      </Section>
      <Section title={words.password} description={isSelf ? undefined : words.passwordForgotten}>
        {isSelf ? (
          <p>
            <Link href="/account" className="link">
              {words.changeOwn}
            </Link>
          </p>
        ) : (
          <ResetPasswordForm action={resetPasswordAction} id={person.id} shortest={minPasswordLength} />
        )}
      </Section>
      <Section
        title={person.disabledAt ? words.letIn : words.closeAccount}
        description={
          person.disabledAt ? words.disabledSince(dayOf(person.disabledAt, admin.timeZone)) : words.meetingsStay
        }
      >
        <AccessForm action={disablePersonAction} id={person.id} disabled={person.disabledAt !== null} isSelf={isSelf} />
      </Section>
    </>
  );
}
