import { writable, type Readable } from 'svelte/store'
import type { CommandName, CommandPayload, PageBridge, Result } from '../../src-main/contract.ts'

export interface Commands {
  /** The commands that have not been answered yet. */
  underWay: Readable<ReadonlySet<CommandName>>
  /** Sends a command; while one of the same name is under way, it joins that one. */
  send<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Result>
}

/** The page's commands, through the bridge that the preload gave it. */
export function commandsThrough(bridge: PageBridge): Commands {
  const underWay = writable<ReadonlySet<CommandName>>(new Set())
  const answers = new Map<CommandName, Promise<Result>>()

  async function run<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Result> {
    try {
      return await bridge.command(name, payload)
    } finally {
      answers.delete(name)
      underWay.set(new Set(answers.keys()))
    }
  }

  return {
    underWay,
    send(name, payload) {
      const joined = answers.get(name)
      if (joined) return joined
      const answer = run(name, payload)
      answers.set(name, answer)
      underWay.set(new Set(answers.keys()))
      return answer
    },
  }
}
