import { app, protocol, session } from 'electron'
import { answerFor, pageScheme, type PageFiles } from './page-files.ts'

/** Before ready: makes the page's scheme a secure context with an origin. No right beyond that. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true } },
  ])
}

/** Before ready: no page of ours ever navigates, opens a window or embeds another one. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', deny)
    contents.on('will-redirect', deny)
    contents.on('will-frame-navigate', deny)
    contents.on('will-attach-webview', deny)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** After ready: serves the page, which may ask for no permission and download nothing. */
export function servePage(files: PageFiles): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', deny)
  protocol.handle(pageScheme, ({ method, url }) => answerFor(files, method, url))
}

function deny(event: { preventDefault(): void }): void {
  event.preventDefault()
}
