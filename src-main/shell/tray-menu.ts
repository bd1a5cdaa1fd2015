import type { AppState } from '../contract.ts'
import type { Language } from '../words/index.ts'
import { trayStatus } from './tray-words.ts'

export type MenuLine =
  | { kind: 'action'; action: 'ring' | 'pause' | 'resume' | 'open' | 'quit'; label: string }
  | { kind: 'text'; label: string }
  | { kind: 'separator' }

/**
 * The tray menu. The first line is the main action, since many Linux desktops never report a click
 * on the icon, and show no tooltip either: so the status stands here too. Nothing in it counts
 * seconds or minutes: a menu that is published anew on Linux closes under the person's hand.
 */
export function trayMenu(state: AppState, now: number, words: Language): MenuLine[] {
  const { menu } = words.tray
  const { offer } = state.pause
  const pause: MenuLine[] = offer ? [{ kind: 'action', action: offer, label: menu[offer] }] : []
  return [
    { kind: 'action', action: 'ring', label: menu.ring },
    ...pause,
    { kind: 'action', action: 'open', label: state.account.signedIn ? menu.open : menu.signIn },
    { kind: 'separator' },
    { kind: 'text', label: trayStatus(state, now, words) },
    { kind: 'separator' },
    { kind: 'action', action: 'quit', label: menu.quit },
  ]
}
