const wanted = [20, 19];

/**
 * Ends the program with a sentence when this Node is too old. Every script calls it first,
 * so that an old Node is named as the reason instead of a syntax error somewhere below.
 */
export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = wanted;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  console.error(
    `Counterpoint needs Node ${wanted.join(".")} or newer, and this is Node ${version}. ` +
      "Install a newer one from https://nodejs.org or with your version manager, then run the command again.",
  );
  process.exit(1);
}
