/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 * @typedef {{ name: string, version: string, dev: boolean }} Missing
 */

const systems = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
];

/**
 * The optional packages that others in a lock file ask for and that have no entry of their own. npm leaves them out
 * when it could not get them for this machine's sake, and `npm ci` then refuses the lock file on every machine.
 * @param {Lock} lock
 * @returns {Missing[]}
 */
export function missingOptional({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !hasEntry(packages, path, name))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

/** Whether a package at `path` finds `name`: inside itself, or inside what it is inside of. @param {Lock["packages"]} packages @param {string} path @param {string} name */
function hasEntry(packages, path, name) {
  const folders = path.split(/(?<=.)\/?node_modules\//);
  const places = folders.map((_, depth) => folders.slice(0, depth + 1).join("/node_modules/"));
  return [...places, ""].some(
    (place) => `${place === "" ? "" : `${place}/`}node_modules/${name}` in packages,
  );
}

/**
 * The lock file with an entry for each missing optional package: its version, and the machines that it is for, which
 * its name says. Other machines pass it over; those machines fetch it from the registry.
 * @param {Lock} lock
 * @returns {Lock}
 */
export function completed(lock) {
  const added = missingOptional(lock).map(({ name, version, dev }) => [
    `node_modules/${name}`,
    { version, ...(dev && { dev }), optional: true, ...machinesOf(name) },
  ]);
  const packages = { ...lock.packages, ...Object.fromEntries(added) };
  const inOrder = Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(inOrder) };
}

/** "@oxlint/binding-linux-x64-musl" → Linux, x64, musl. Throws when the name does not say. @param {string} name */
function machinesOf(name) {
  const parts = name.split(/[-/]/);
  const os = systems.find((system) => parts.includes(system));
  const cpu = processors.find((processor) => parts.includes(processor));
  if (cpu === undefined) throw new Error(`Nothing in "${name}" says which machines it is for.`);
  const libc = os === "linux" ? libcOf(parts) : null;
  return { cpu: [cpu], ...(os !== undefined && { os: [os] }), ...(libc !== null && { libc: [libc] }) };
}

/** @param {readonly string[]} parts */
function libcOf(parts) {
  if (parts.some((part) => part.startsWith("musl"))) return "musl";
  return parts.some((part) => part.startsWith("gnu")) ? "glibc" : null;
}
