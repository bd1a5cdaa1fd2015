import type { Code, Facts } from '../contract.ts'
import { explain } from '../words/index.ts'

/** Where the terminal program reads and writes; tests pass their own. */
export interface Terminal {
  out(line: string): void
  err(line: string): void
  json: boolean
}

/** 0 done, 1 refused, 2 options that cannot be read, 3 not sure what became of it. */
export type ExitValue = 0 | 1 | 2 | 3

/** How a command ended, as scripts get it; `reply` is redacted. */
export interface Outcome {
  kind: string
  code: Code
  facts: Facts
  reply: string | null
  elapsedMs: number
}

/** Prints one outcome with its explanation: a card for people, or one JSON object on one line. */
export function printOutcome(terminal: Terminal, outcome: Outcome): void {
  const { kind, code, facts, reply, elapsedMs } = outcome
  const { title, happened, why, steps, who, where } = explain({ code, facts })
  if (terminal.json) {
    const line = { kind, code, title, happened, why, steps, who, where, reply, elapsedMs }
    terminal.out(JSON.stringify(line))
    return
  }
  terminal.out(title)
  terminal.out(`  ${happened}`)
  if (why !== '') terminal.out(`  ${why}`)
  for (const step of steps) terminal.out(`  - ${step}`)
  if (where !== null) terminal.out(`  ${where}`)
}
