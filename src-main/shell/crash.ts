import { app, dialog } from 'electron'
import { bugReport } from './bug-report.ts'

/** Tells the terminal of a bug that did no lasting harm. */
export function reportBug(bug: unknown): void {
  process.stderr.write(`${app.name}: ${bugReport(bug)}\n`)
}

/**
 * After an uncaught exception nothing in memory can be trusted, so the app says so and ends. A
 * press under way is on disk by then and reads as unsure at the next start.
 */
export function crash(bug: unknown): void {
  reportBug(bug)
  dialog.showErrorBox(app.name, bugReport(bug))
  app.exit(1)
}

export function catchCrashes(): void {
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', reportBug)
}
