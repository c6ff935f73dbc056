import type { Metadata } from "next";
import { pageWords } from "@/app/_words/page-words";

export const metadata: Metadata = { title: pageWords().failures.notFound };

export { NothingHere as default } from "@/app/_components/nothing-here";
