import type { App } from '../app-ports.ts'
import type { CommandName, Result } from '../contract.ts'

export const pageRefusal: Result = { ok: false, code: 'bad-message', facts: {} }

/** What becomes of one message from the page. */
export interface PageAnswer {
  result: Result
  /** The page holds a typed password that has done its work: a reload takes it out of its memory. */
  reload: boolean
}

/**
 * Passes a command of the page to the app, which checks its name and payload. A stranger's message
 * is refused with `bad-message`. Never throws: a bug in the app goes to `report` and is answered
 * like a bad message.
 */
export async function answerPage(
  app: App,
  trusted: boolean,
  name: unknown,
  payload: unknown,
  report: (bug: unknown) => void,
): Promise<PageAnswer> {
  // A list would pass for a payload whose fields are all optional, and ring.
  if (!trusted || typeof name !== 'string' || Array.isArray(payload)) {
    return { result: pageRefusal, reload: false }
  }
  try {
    const result = await app.command(name as CommandName, payload, 'page')
    return { result, reload: result.ok && carriesPassword(payload) }
  } catch (bug) {
    report(bug)
    return { result: pageRefusal, reload: false }
  }
}

/** `signIn` always does; `ring` does where the person is asked for the password each time. */
function carriesPassword(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'password' in payload
}
