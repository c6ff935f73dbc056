/** One calendar entry with one thing wrong with it. */
export type Mutant = { what: string; ics: string };

type Parameter = { name: string; value: string };
type ContentLine = { name: string; parameters: Parameter[]; value: string };

export const unfolded = (ics: string): string[] => ics.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);

/** Lines of at most 75 octets, as the builder's, so that no mutant is refused for its form alone. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

export const written = (lines: string[]): string => lines.map((line) => `${fold(line)}\r\n`).join("");

function read(line: string): ContentLine {
  const [, name, parameters, value] = /^([^:;]+)((?:;[^=]+=(?:"[^"]*"|[^";:])*)*):(.*)$/s.exec(line)!;
  const pairs = [...parameters!.matchAll(/;([^=]+)=("[^"]*"|[^";:]*)/g)];
  return { name: name!, parameters: pairs.map(([, name, value]) => ({ name: name!, value: value! })), value: value! };
}

const write = ({ name, parameters, value }: ContentLine): string =>
  `${name}${parameters.map((parameter) => `;${parameter.name}=${parameter.value}`).join("")}:${value}`;

/** Every other way to write a value that its neighbours in the syntax suggest. */
function otherValues(value: string): string[] {
  const half = value.length >> 1;
  const others = [
    "",
    `${value}x`,
    `x${value}`,
    `${value} `,
    ` ${value}`,
    value.slice(1),
    value.slice(0, -1),
    value.slice(0, half) + value.slice(half + 1),
    value.slice(0, half) + (value[half] === "q" ? "p" : "q") + value.slice(half + 1),
    value.toUpperCase(),
    value.toLowerCase(),
    `${value},${value}`,
    `${value};${value}`,
    `${value}\\n`,
    `${value}\\,`,
    `0${value}`,
  ];
  if (/^-?\d+$/.test(value))
    others.push(String(Number(value) + 1), String(Number(value) - 1), `+${value}`, `${value}.5`);
  if (/^[+-]\d{4}$/.test(value)) others.push(`${value}00`, (value[0] === "+" ? "-" : "+") + value.slice(1));
  const time = /^(\d{8})T(\d{6})(Z?)$/.exec(value);
  if (time) {
    const [, date, clock, z] = time;
    const at = (hours: string) => `${date}T${hours}${clock!.slice(2)}${z}`;
    others.push(date!, `${date}T${clock}${z ? "" : "Z"}`, at(clock!.startsWith("0") ? "11" : "05"));
    others.push(`${Number(date) + 1}T${clock}${z}`, `${date}T${clock!.slice(0, 5)}${clock!.endsWith("1") ? 2 : 1}${z}`);
  }
  return [...new Set(others)].filter((other) => other !== value);
}

const FOREIGN: Parameter[] = [
  { name: "X-ANY", value: "1" },
  { name: "LANGUAGE", value: "tlh" },
  { name: "ALTREP", value: '"https://evil.example/"' },
  { name: "TZID", value: "Pacific/Apia" },
  { name: "VALUE", value: "TEXT" },
  { name: "VALUE", value: "DATE" },
  { name: "ENCODING", value: "BASE64" },
  { name: "SENT-BY", value: '"mailto:eve@evil.example"' },
  { name: "DIR", value: '"https://evil.example/"' },
  { name: "EMAIL", value: "eve@evil.example" },
  { name: "DELEGATED-FROM", value: '"mailto:eve@evil.example"' },
  { name: "MEMBER", value: '"mailto:eve@evil.example"' },
  { name: "SCHEDULE-AGENT", value: "NONE" },
  { name: "RANGE", value: "THISANDFUTURE" },
];

function otherLines(line: string): [what: string, lines: string[]][] {
  const content = read(line);
  const { name, parameters, value } = content;
  const mutants: [string, string[]][] = [
    ["dropped", []],
    ["doubled", [line, line]],
    ["renamed", [write({ ...content, name: `X-${name}` })]],
    ["renamed to a comment", [write({ ...content, name: "COMMENT" })]],
    ["in lower case", [write({ ...content, name: name.toLowerCase() })]],
    ["without its value", [line.slice(0, line.length - value.length - 1)]],
  ];
  const others = otherValues(value);
  for (const other of others)
    mutants.push([`with the value ${other.slice(0, 60)}`, [write({ ...content, value: other })]]);
  for (const other of others.slice(0, 2)) {
    mutants.push([`and again with the value ${other.slice(0, 60)}`, [line, write({ ...content, value: other })]]);
    mutants.push([`after one with the value ${other.slice(0, 60)}`, [write({ ...content, value: other }), line]]);
  }
  for (const [i, parameter] of parameters.entries()) {
    const change = (what: string, ...instead: Parameter[]) =>
      mutants.push([
        `${parameter.name} ${what}`,
        [write({ ...content, parameters: parameters.toSpliced(i, 1, ...instead) })],
      ]);
    change("dropped");
    change("doubled", parameter, parameter);
    change("in lower case", { ...parameter, name: parameter.name.toLowerCase() });
    change("renamed", { ...parameter, name: `X-${parameter.name}` });
    change("in quotes", { ...parameter, value: `"${parameter.value}"` });
    const values = otherValues(parameter.value);
    for (const other of values) change(`is ${other}`, { ...parameter, value: other });
    for (const other of values.slice(0, 2)) {
      change(`and then ${other}`, parameter, { ...parameter, value: other });
      change(`after ${other}`, { ...parameter, value: other }, parameter);
    }
  }
  for (const foreign of FOREIGN) {
    const added = [...parameters, foreign];
    mutants.push([`with ${foreign.name}=${foreign.value}`, [write({ ...content, parameters: added })]]);
  }
  return mutants;
}

/** Every line dropped, doubled and altered in every part, and every component dropped, doubled, emptied and renamed. */
export function mutantsOf(ics: string): Mutant[] {
  const lines = unfolded(ics);
  const mutants: Mutant[] = [];
  const add = (what: string, changed: string[]) => mutants.push({ what, ics: written(changed) });
  for (const [i, line] of lines.entries()) {
    for (const [what, instead] of otherLines(line))
      add(`${line.slice(0, 40)} ${what}`, lines.toSpliced(i, 1, ...instead));
    // Moved out of its component, or into another.
    if (!/^(BEGIN|END):/.test(line))
      for (const [to, other] of lines.entries())
        if (other.startsWith("BEGIN:")) {
          const without = lines.toSpliced(i, 1);
          const moved = without.toSpliced(to < i ? to + 1 : to, 0, line);
          if (componentAt(lines, i) !== to) add(`${line.slice(0, 40)} moved into ${other}`, moved);
        }
  }
  for (const [from, line] of lines.entries()) {
    if (!line.startsWith("BEGIN:")) continue;
    const until = lines.indexOf(line.replace("BEGIN", "END"), from) + 1;
    const component = lines.slice(from, until);
    add(`${line} as a whole dropped`, lines.toSpliced(from, component.length));
    add(`${line} as a whole doubled`, lines.toSpliced(from, 0, ...component));
    for (const name of ["VALARM", "VTODO", "VEVENT", "VTIMEZONE", "STANDARD", "X-ANY"])
      add(`${line} with a ${name} in it`, lines.toSpliced(until - 1, 0, `BEGIN:${name}`, `END:${name}`));
    add(`${line} emptied`, lines.toSpliced(from + 1, component.length - 2));
    const renamed = [line.replace(":", ":X-"), ...component.slice(1, -1), component.at(-1)!.replace(":", ":X-")];
    add(`${line} renamed`, lines.toSpliced(from, component.length, ...renamed));
  }
  return mutants;
}

/** Index of the BEGIN that a line stands under. */
function componentAt(lines: string[], i: number): number {
  let depth = 0;
  for (let at = i - 1; at >= 0; at -= 1) {
    if (lines[at]!.startsWith("END:")) depth += 1;
    if (lines[at]!.startsWith("BEGIN:")) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}
