import NextLink from "next/link";
import type { ComponentProps } from "react";

/** Prefetches nothing. Pages are made for each request, so a prefetch saves no time. A list would send one for each row. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
