import type { Metadata } from "next";

export const metadata: Metadata = { title: "Not found" };

export { NothingHere as default } from "@/app/_components/nothing-here";
