import type { HelperProcess } from '../../../src-main/account/keychain.ts'

interface Asked {
  id: number
  verb: string
  account: string
}

/** A helper process whose every word is the test's: it hears requests and says nothing by itself. */
export interface HeldHelper {
  heard: Asked[]
  killed: boolean
  /** Answers the latest request. */
  answer(value: string | boolean | null): void
  fail(error: string): void
  say(message: unknown): void
  exit(): void
}

/** Starts such helpers, and keeps them in order. */
export function heldHelpers() {
  const helpers: HeldHelper[] = []
  function startHelper(): HelperProcess {
    let onMessage: (message: unknown) => void = () => undefined
    let onExit = (): void => undefined
    const reply = (rest: object) => {
      onMessage({ id: held.heard.at(-1)?.id, ...rest })
    }
    const held: HeldHelper = {
      heard: [],
      killed: false,
      answer: (value) => {
        reply({ ok: true, value })
      },
      fail: (error) => {
        reply({ ok: false, error })
      },
      say: (message) => {
        onMessage(message)
      },
      exit: () => {
        onExit()
      },
    }
    helpers.push(held)
    return {
      send: (message) => held.heard.push(message as Asked),
      onMessage: (listener) => (onMessage = listener),
      onExit: (listener) => (onExit = listener),
      kill: () => (held.killed = true),
    }
  }
  return { helpers, startHelper }
}
