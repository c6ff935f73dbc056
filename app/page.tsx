import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { hasPeople } from "@/lib/people/queries";
import { runtime } from "@/lib/runtime";

export default async function StartPage() {
  if (!(await hasPeople(runtime().db))) redirect("/setup");
  redirect((await viewer()) ? "/meetings" : "/sign-in");
}
