import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { pageWords } from "@/app/_words/page-words";
import "./globals.css";
import { pageLanguage } from "./page-language";

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
    <html lang={await pageLanguage()} className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>{children}</body>
    </html>
  );
}
