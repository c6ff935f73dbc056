import NextLink from "next/link";
import type { ComponentProps } from "react";

/** Prefetches nothing: each page is made for its request, so a prefetch saves no time, and a list would send one for each row. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
