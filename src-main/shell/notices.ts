import { Notification } from 'electron'
import type { Finding } from '../contract.ts'
import type { Language } from '../words/index.ts'

export interface Notices {
  /** Tells the outcome of a press while the popup is hidden. */
  tellOutcome(finding: Finding): void
}

/**
 * Notices of the operating system. `reveal` opens the popup: on a click, and in place of a notice
 * that the system does not show, so that a refusal never passes unseen.
 */
export function createNotices(words: Language, icon: string, reveal: () => void): Notices {
  // A notice that is no longer referenced is collected, and its click then goes nowhere.
  const showing = new Set<Notification>()

  return {
    tellOutcome({ code, facts }) {
      if (!Notification.isSupported()) {
        reveal()
        return
      }
      const notice = new Notification({
        ...words.notices.outcome(words.explanations[code](facts)),
        icon,
      })
      showing.add(notice)
      const done = () => {
        showing.delete(notice)
      }
      notice.on('click', () => {
        done()
        reveal()
      })
      notice.on('close', done)
      notice.on('failed', () => {
        done()
        reveal()
      })
      notice.show()
    },
  }
}
