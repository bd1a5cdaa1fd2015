import type { AppState, CommandName, Result } from '../../src-main/contract.ts'

/** What a picture does after the page has drawn its state, by the words a person sees. */
export type Step =
  | { click: string }
  | { fill: string; with: string }
  | { reveal: string }
  | { press: string }
  /** Pressed and not let go: the key repeats. */
  | { hold: string }

export interface Picture {
  name: string
  /** The state at `now` (ms since 1970); null while the page has not been told one. */
  state: (now: number) => AppState | null
  /** The state pushed once a command was sent. */
  later?: (now: number) => AppState
  answers?: Partial<Record<CommandName, Result | 'never'>>
  steps?: readonly Step[]
  /** What the element that has the focus at the end says. */
  focus?: string
  /** The field that holds nothing any more, or is gone. */
  empty?: string
  /** Every command the page has sent by the end. */
  sends?: readonly (readonly [name: CommandName, payload: unknown])[]
  /** Also drawn at 200 %, without motion and in the system's own high contrast. */
  everyLook?: true
}
