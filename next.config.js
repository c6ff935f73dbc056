/** Loaded by Node at run time: WebAssembly, native code, or modules that look for files of their own. */
const serverExternalPackages = [
  "@electric-sql/pglite",
  "@node-rs/argon2",
  "@prisma/adapter-pg",
  "@prisma/client",
  "ical.js",
  "ics",
  "imapflow",
  "jose",
  "mailparser",
  "nodemailer",
  "pg",
  "pg-boss",
  "pglite-prisma-adapter",
  "temporal-polyfill",
  "timezones-ical-library",
  "zod",
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  images: { unoptimized: true },
  // A clone inside another project would otherwise take that project's lock file for its root.
  turbopack: { root: import.meta.dirname },
  serverExternalPackages,
  // A thousand people with long names, in a script of three bytes a letter: the form carries all of them.
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
};

export default config;
