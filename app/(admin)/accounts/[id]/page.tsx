import Link from "next/link";
import { notFound } from "next/navigation";
import { Badge } from "@/app/_components/badge";
import { Banner } from "@/app/_components/banner";
import { PageHeader } from "@/app/_components/page-header";
import { Section } from "@/app/_components/section";
import { findPerson } from "@/lib/accounts/queries";
import { requireAdmin } from "@/lib/auth";
import { isId } from "@/lib/ids";
import { runtime } from "@/lib/runtime";
import { adminTitle } from "../../admin-title";
import { disablePersonAction, editPersonAction, resetPasswordAction } from "../actions";
import { dayOf, roleName } from "../words";
import { AccessForm } from "./access-form";
import { EditPersonForm } from "./edit-person-form";
import { ResetPasswordForm } from "./reset-password-form";

export const generateMetadata = adminTitle("Person");

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ added?: string | string[] }> };

export default async function PersonPage({ params, searchParams }: Props) {
  const admin = await requireAdmin();
  const { id } = await params;
  const { db, env } = runtime();
  const person = isId(id) ? await findPerson(db, id) : null;
  if (!person) notFound();
  const isSelf = person.id === admin.id;
  return (
    <>
      <PageHeader
        back={{ href: "/accounts", label: "People" }}
        title={person.name}
        badge={person.disabledAt && <Badge tone="warning">Disabled</Badge>}
        description={`${person.email} · ${roleName(person.role)} · account since ${dayOf(person.createdAt, admin.timeZone)}`}
      />
      {(await searchParams).added && (
        <Banner tone="success" title="Added">
          Give them their password; they can sign in at <span className="wrap-anywhere">{env.publicUrl}</span>
        </Banner>
      )}
      <Section title="Name and role" description="Changing the role ends all their sessions at once.">
        <EditPersonForm
          action={editPersonAction}
          values={{ id: person.id, name: person.name, role: person.role }}
          isSelf={isSelf}
        />
      </Section>
      <Section title="Password" description={isSelf ? undefined : "For somebody who has forgotten theirs."}>
        {isSelf ? (
          <p>
            Change your own password under{" "}
            <Link href="/account" className="link">
              Your account
            </Link>
            .
          </p>
        ) : (
          <ResetPasswordForm action={resetPasswordAction} id={person.id} />
        )}
      </Section>
      <Section
        title={person.disabledAt ? "Let them in again" : "Close the account"}
        description={
          person.disabledAt
            ? `Disabled since ${dayOf(person.disabledAt, admin.timeZone)}.`
            : "Their meetings and the links already mailed stay as they are."
        }
      >
        <AccessForm action={disablePersonAction} id={person.id} disabled={person.disabledAt !== null} isSelf={isSelf} />
      </Section>
    </>
  );
}
