/** What a group of fields needs of its form. */
export type FormPart = { values: Record<string, string>; errors: Partial<Record<string, string[]>> };
