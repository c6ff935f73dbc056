const formats = new Map<string, Intl.NumberFormat>();

/** `1,200`, as this language writes it. */
export function inFigures(locale: string, count: number): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale);
    formats.set(locale, format);
  }
  return format.format(count);
}
