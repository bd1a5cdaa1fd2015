import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Why no disk of a test's own can be had here; null where it can. */
export const noSmallDisk: string | null = tryMounting()

export interface SmallDisk {
  folder: string
  /** Leaves room for names of files and for no byte in them. */
  fill(): void
  empty(): void
  setReadOnly(readOnly: boolean): void
}

/** A disk of 64 KiB in memory, gone when the test is. */
export function smallDisk(): SmallDisk {
  const mounted = mkdtempSync(join(tmpdir(), 'rmp-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mounted])
  onTestFinished(() => {
    unmount(mounted)
  })
  const filler = join(mounted, 'filler')
  return {
    folder: join(mounted, 'data'),
    fill() {
      const file = openSync(filler, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(file)
      }
    },
    empty() {
      rmSync(filler)
    },
    setReadOnly(readOnly) {
      execFileSync('mount', ['-o', `remount,${readOnly ? 'ro' : 'rw'}`, mounted])
    },
  }
}

function tryMounting(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'only root on Linux may mount a disk'
  }
  const folder = mkdtempSync(join(tmpdir(), 'rmp-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder])
  unmount(folder)
  return status === 0 ? null : 'mounting is not allowed here'
}

function unmount(folder: string): void {
  spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
}
