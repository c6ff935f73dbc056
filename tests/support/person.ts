import { emptyPerson, type Person } from "@/lib/participants/person";

/** A participant as an organiser enters one: `Ann Lee` is ann@example.org unless another email is given. */
export const person = ({ name = "", ...given }: Partial<Person>): Person => ({
  ...emptyPerson,
  email: `${name.split(" ")[0]!.toLowerCase()}@example.org`,
  name,
  ...given,
});
