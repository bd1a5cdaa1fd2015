import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Trace {
  pid: number
  file: string
  argv: string[]
  env: Record<string, string>
}

/** Has every Node process that is started with this environment note how it was started. */
export function traced(folder: string): { env: NodeJS.ProcessEnv; traces: () => Trace[] } {
  const script = join(folder, 'trace.cjs')
  const notes = join(folder, 'traces.jsonl')
  writeFileSync(
    script,
    `const { argv, execArgv, env, pid } = process
     const note = { pid, file: argv[1], argv: [...execArgv, ...argv], env }
     require('node:fs').appendFileSync(${JSON.stringify(notes)}, JSON.stringify(note) + '\\n')`,
  )
  return {
    env: { NODE_OPTIONS: `--require ${script}` },
    traces() {
      if (!existsSync(notes)) return []
      const lines = readFileSync(notes, 'utf8').trim().split('\n')
      return lines.map((line) => JSON.parse(line) as Trace)
    },
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
