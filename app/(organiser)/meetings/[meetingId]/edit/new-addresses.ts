type Person = { name: string };

/** Pure: one who goes and one who comes under the same name, which nobody else of them has, are one person with another address. */
export function newAddresses<From extends Person, To extends Person>(
  gone: From[],
  came: To[],
): { from: From; to: To }[] {
  const only = <P extends Person>(people: P[], name: string) => {
    const found = people.filter((person) => person.name === name);
    return found.length === 1 ? found[0] : undefined;
  };
  return gone.flatMap((from) => {
    const to = from.name === "" ? undefined : only(came, from.name);
    return to && only(gone, from.name) ? [{ from, to }] : [];
  });
}
