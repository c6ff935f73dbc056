/**
 * Whether a version is in a range of `^a.b` and `>=a` joined by `||`, as package.json has it under `engines`.
 * @param {string} version such as 20.19.1
 * @param {string} range
 */
export function isSupported(version, range) {
  const [major, minor] = version.split(".").map(Number);
  return range.split("||").some((part) => {
    const match = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part);
    if (!match) throw new Error(`A range that is not understood: ${range}`);
    const [, operator, wantedMajor, wantedMinor = 0] = match;
    if (major !== Number(wantedMajor)) return operator === ">=" && major > Number(wantedMajor);
    return minor >= Number(wantedMinor);
  });
}

/**
 * @param {string} version
 * @param {string} range
 * @returns {string | null} what to tell the person when this Node cannot run Latchkey
 */
export function nodeVersionProblem(version, range) {
  if (isSupported(version, range)) return null;
  return `This is Node.js ${version}, and Latchkey needs one of: ${range}.\nInstall a newer one from https://nodejs.org and start again.`;
}
