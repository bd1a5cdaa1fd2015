import type { Display, Notification, Rectangle, WebPreferences } from 'electron'

/** A line of the tray's menu as a person sees it. */
export interface ShownItem {
  id: string
  label: string
  type: string
  enabled: boolean
  checked: boolean
  items: ShownItem[]
}

/** What probe.cjs records, and the person's hand on what has no page. */
export interface Probe {
  notifications: Notification[]
  shortcuts: { accelerator: string; registered: boolean }[]
  opened: string[]
  loginItems: { openAtLogin?: boolean }[]
  trayBounds: Rectangle | null
  trays(): { toolTip: string; icon: string }[]
  menu(): ShownItem[]
  clickTray(event?: 'click' | 'right-click' | 'double-click' | 'middle-click'): void
  clickMenu(labelOrId: string): void
  pressShortcut(accelerator: string): void
  clickNotification(index?: number): void
  webPreferences(): WebPreferences[]
}

/** The pretended computer, on the stand-in only. */
export interface Desktop {
  displays: Partial<Display>[]
  cursor: { x: number; y: number }
  dark: boolean
  online: boolean
  idleSeconds: number
  screenLocked: boolean
  onBattery: boolean
  notificationsSupported: boolean
  clipboardText: string
  shortcutsTaken: string[]
  dialogAnswers: object[]
  readonly dialogs: { kind: string; options: object }[]
  readonly permissions: { kind: 'request' | 'check'; permission: string; granted: boolean }[]
  display(
    id: number,
    bounds: Rectangle,
    more?: {
      taskBar?: Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>
      scaleFactor?: number
    },
  ): Partial<Display>
  set(changes: Partial<Desktop>): void
}

export interface StandIn {
  /** Chromium, by its DevTools protocol. */
  browser: { pid: number; send(method: string, params?: object): Promise<unknown> }
  loadedWindows(): Promise<string[]>
}

/** Inside `evaluate` only. */
declare global {
  var __probe: Probe
  var __desktop: Desktop
  var __standIn: StandIn
}
