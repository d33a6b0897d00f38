import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";

/** A folder that is a disk of its own. */
export interface Disk {
  readonly folder: string;
  unmount(): void;
}

/** Why no disk can be mounted here, in a sentence, or `null` where one can: in most containers not even root may. */
export function whyNoMounts(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "not tried: only root on Linux can mount a disk of its own for it";
  try {
    memoryDisk("1m").unmount();
    return null;
  } catch (error) {
    return `not tried: no disk can be mounted here (${String(error).trim().split("\n").at(-1)})`;
  }
}

/**
 * The bytes of an image disk as they stand at one moment, in another file. The system writes to the disk when it likes:
 * a copy during which it did is of no moment at all, and is made again.
 */
export function copyImage(image: string, copy: string): void {
  const loop = execFileSync("losetup", ["--noheadings", "--output", "NAME", "--associated", image], {
    encoding: "utf8",
  });
  const written = () =>
    ["stat", "inflight"].map((file) => readFileSync(join("/sys/block", basename(loop.trim()), file), "utf8"));
  for (let attempt = 0; attempt < 50; attempt++) {
    const before = written();
    execFileSync("cp", ["--sparse=always", image, copy]);
    if (isDeepStrictEqual(before, written())) return;
  }
  throw new Error("The disk was written to during each of 50 copies of it.");
}

/** A disk in memory of so many bytes: "120m". */
export function memoryDisk(size: string): Disk {
  return mounted(["-t", "tmpfs", "-o", `size=${size}`, "tmpfs"]);
}

/** The disk that is in an image file. */
export function imageDisk(image: string): Disk {
  return mounted(["-o", "loop", image]);
}

function mounted(args: readonly string[]): Disk {
  const folder = mkdtempSync(join(tmpdir(), "counterpoint-disk-"));
  try {
    execFileSync("mount", [...args, folder], { stdio: "pipe" });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return {
    folder,
    unmount() {
      execFileSync("umount", ["--lazy", folder], { stdio: "pipe" });
      rmSync(folder, { recursive: true });
    },
  };
}

/** Takes every byte that is left and every one that comes free, until what it returns is called. */
export function keepFull({ folder }: Disk): () => void {
  const filler = join(folder, "filler");
  fill(filler);
  const filling = setInterval(() => fill(filler), 20);
  filling.unref();
  return () => {
    clearInterval(filling);
    rmSync(filler, { force: true });
  };
}

function fill(filler: string): void {
  const file = openSync(filler, "a");
  try {
    for (const chunk of [1 << 20, 1 << 12])
      try {
        for (;;) writeSync(file, Buffer.alloc(chunk, 1));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
  } finally {
    closeSync(file);
  }
}
