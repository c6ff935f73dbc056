import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./input";

/** Grows with what is typed where the browser can (field-sizing), and can be dragged everywhere. */
export function Textarea({ className, rows = 4, ...textarea }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={classNames(controlClass, "field-sizing-content max-h-[60vh] min-h-24 py-2.5", className)}
      {...textarea}
    />
  );
}
