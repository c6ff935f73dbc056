import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Column<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  /** The column that names the row: first and larger where the row becomes a card. */
  main?: boolean;
  align?: "end";
  /** Takes half of the width: its texts are the long ones. */
  half?: boolean;
  /** Needs no header where the row becomes a card. */
  plain?: boolean;
  /** Buttons: the header is read aloud but not shown. */
  actions?: boolean;
};

type Props<Row> = { caption: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string };

/** A table that turns into cards on a phone. The roles are spelled out because `display: block` takes them away. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      {/* biome-ignore lint/a11y/noRedundantRoles: lost with display: block otherwise */}
      <table role="table" className="w-full text-left phone:block">
        <caption className="sr-only">{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: lost with display: block otherwise */}
        <thead role="rowgroup" className="phone:sr-only">
          {/* biome-ignore lint/a11y/noRedundantRoles: lost with display: block otherwise */}
          <tr role="row" className="border-line border-b bg-sunken/60">
            {columns.map((column) => (
              <th
                // biome-ignore lint/a11y/noRedundantRoles: lost with display: block otherwise
                role="columnheader"
                scope="col"
                key={column.header}
                className={classNames(
                  "px-4 py-2 font-medium text-ink-muted text-sm",
                  column.align === "end" && "text-right",
                  column.half && "w-1/2",
                )}
              >
                <span className={column.actions ? "sr-only" : undefined}>{column.header}</span>
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: lost with display: block otherwise */}
        <tbody role="rowgroup" className="divide-y divide-line phone:block">
          {rows.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: lost with display: block otherwise
            <tr role="row" key={rowKey(row)} className="phone:flex phone:flex-col phone:gap-1 phone:p-4">
              {columns.map((column) => (
                <Cell key={column.header} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: lost with display: block otherwise
      role="cell"
      className={classNames(
        "px-4 py-2.5 align-middle phone:flex phone:justify-between phone:gap-4 phone:p-0",
        column.align === "end" && "text-right",
        column.main ? "font-medium phone:order-first phone:text-base" : "phone:text-sm",
        column.actions && "phone:mt-2 phone:justify-start",
      )}
    >
      {!column.main && !column.actions && !column.plain && (
        <span aria-hidden className="hidden shrink-0 text-ink-muted phone:block">
          {column.header}
        </span>
      )}
      <div className="wrap-anywhere min-w-0">{column.cell(row)}</div>
    </td>
  );
}
