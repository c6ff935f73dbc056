import { Fragment } from "react";

/** An address in a narrow place breaks behind its @ and its dots first, and not in the middle of a name. */
export const Address = ({ children }: { children: string }) => (
  <span className="wrap-anywhere">
    {children.split(/(?<=[@.])/).map((part, position) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text
      <Fragment key={position}>
        {position > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </span>
);
