import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { pageLanguage } from "@/app/_words/page-locale";
import { pageWords } from "@/app/_words/page-words";
import type { Locale } from "@/lib/locale";
import { askedOf } from "./asked";
import "./globals.css";

const { app, about } = pageWords().shell;

export const metadata: Metadata = {
  title: { default: app, template: `%s · ${app}` },
  description: about,
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9f7f2" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1416" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page built ahead of its request has no nonce, and the browser would refuse its scripts.
  await connection();
  return (
    <html lang={await languageOfPage()} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>{children}</body>
    </html>
  );
}

const answerPage = /^\/rsvp\/([^/?]+)(?:\?|$)/;

/** What the page of this request is written in: a participant's own language, and English everywhere else. */
async function languageOfPage(): Promise<Locale> {
  // Set by proxy.ts. A layout gets no address of its own.
  const path = (await headers()).get("x-latchkey-path") ?? "";
  const token = answerPage.exec(path)?.[1];
  const asked = token ? await askedOf(token) : null;
  return asked?.locale ?? pageLanguage;
}
