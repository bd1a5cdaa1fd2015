import { Notification } from 'electron'
import type { Finding } from '../contract.ts'
import type { Language } from '../words/index.ts'

export interface Notices {
  /** Tells that VICIdial was asked and the phone should ring. */
  tellRinging(): void
  /** Tells the outcome of a press while the popup is hidden. */
  tellOutcome(finding: Finding): void
}

/**
 * Notices of the operating system, the newest alone: what became of the last press. `reveal` opens
 * the popup: on a click, and in place of a refusal's notice that the system does not show, so that
 * it never passes unseen. A ring needs no such care: the phone itself tells of it.
 */
export function createNotices(words: Language, icon: string, reveal: () => void): Notices {
  // A notice that is no longer referenced is collected, and its click then goes nowhere.
  const showing = new Set<Notification>()

  function tell(text: { title: string; body: string }, unseen: () => void): void {
    if (!Notification.isSupported()) {
      unseen()
      return
    }
    for (const older of [...showing]) older.close()
    const notice = new Notification({ ...text, icon })
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
      unseen()
    })
    notice.show()
  }

  return {
    tellRinging() {
      tell(words.notices.ringing(), () => undefined)
    },
    tellOutcome({ code, facts }) {
      tell(words.notices.outcome(words.explanations[code](facts)), reveal)
    },
  }
}
