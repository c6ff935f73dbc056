import { redirect } from "next/navigation";
import { hasPeople } from "@/lib/accounts/queries";
import { viewer } from "@/lib/auth";
import { runtime } from "@/lib/runtime";

export default async function StartPage() {
  if (!(await hasPeople(runtime().db))) redirect("/setup");
  redirect((await viewer()) ? "/meetings" : "/sign-in");
}
