import type * as electronModule from 'electron'

/** Everything the main process can import from `electron`. */
export type Electron = typeof electronModule

export interface StartOptions {
  /** The app's built main file. */
  main: string
  args?: string[]
  env?: Record<string, string>
  /** The home folder of another host, for a second copy or a restart; else a fresh one. */
  home?: string
  /** Passed as `--user-data-dir`; usually the app chooses its folder below the home. */
  userData?: string
}

export interface HostProcess {
  readonly pid: number
  readonly home: string
  /** As the app has set it; empty when it ended before it was ready. */
  readonly userData: string
  /** Where a DevTools client attaches to the pages. */
  readonly endpoint: string
  stdout(): string
  stderr(): string
  /** The exit code; null after a signal. */
  exited(): Promise<number | null>
  /**
   * Runs a function in the main process. It travels as text: it sees its two arguments and globals
   * (`__probe`, `__desktop`), and what it returns comes back as JSON.
   */
  evaluate<R, A = undefined>(
    run: (electron: Electron, arg: A) => R | Promise<R>,
    arg?: A,
  ): Promise<R>
  /** Kills it as a power cut would. Call `close` as well, for the folder. */
  kill(): Promise<void>
  /** Quits the app and removes the home, if it was made here. @throws when the app does not quit */
  close(): Promise<void>
}

export function start(options: StartOptions): Promise<HostProcess>
export function hostNode(): string
export function privateEnvironment(home: string): Record<string, string>
