import type { LucideIcon } from "lucide-react";

export type NavItem = { href: string; label: string; icon: LucideIcon };
export type ShellPerson = { name: string; email: string; role: "ADMIN" | "ORGANISER" };
export type SignOut = string | ((form: FormData) => void | Promise<void>);
