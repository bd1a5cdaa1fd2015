/**
 * A stand-in for the `electron` module of the main process, for machines where Electron's binary
 * cannot be fetched. The app's built bundles run unchanged: main in plain Node, pages and preloads in
 * a real Chromium. It exists for tests and demonstrations, on Linux, and is no part of the product.
 *
 * What it cannot show:
 * - The desktop. No tray icon, menu, notice, global shortcut, login item or power event is real: only
 *   "the app asked for it" and "if it happens, the app does this". Whether an icon is visible or a
 *   shortcut fires (Wayland) stays unknown, and macOS and Windows ways of any of these are absent.
 * - The window. Shown and focused are flags that change at once; no frame, real position,
 *   transparency, stacking, display scale, and no blur of the system's: a test calls `blur()`. Hidden
 *   pages go on painting, `document.visibilityState` stays visible and timers are not slowed down.
 *   With STANDIN_HEADED=1 and a display one sees Chromium's own window, tabs and all, in its place;
 *   hiding minimises it, which takes a window manager.
 * - `app://host` itself. Chromium sees `https://host.app.standin`, so `location.origin`, storage,
 *   secure-context and mixed-content rules are those of https. Bodies are not streamed.
 * - Navigation to `about:`, `data:` and `blob:` addresses by the page raises no event, frames of other
 *   sites are seen at their first request only, and a test's own `page.goto` counts as the page's.
 * - `window.open` gives null even where the handler allows; child windows have no opener.
 * - Session: one only. No proxy, cookies, certificates, partitions or saved downloads. Permissions are
 *   asked for by notification, geolocation, media, clipboard reading and `permissions.query` alone.
 * - `before-input-event` is told but cannot be prevented. Accelerators of menus do nothing.
 * - Preload: no Buffer, events, webFrame, webUtils, sendSync, ports or executeInMainWorld. The
 *   bridge's depth limit is missing, and binary data is slow above a megabyte.
 * - Node 20 or 24 instead of Electron's Node with BoringSSL: ciphers, `crypto` algorithms, asar paths
 *   and the binary interface of native modules are not covered. Uncaught errors end the process,
 *   where Electron shows a dialog and goes on.
 * - Native images are not decoded: a size is read from PNG only, and resizing changes no pixels.
 * - Debian's Chromium, without Electron's patches, mostly headless, painted in software.
 * - Quitting is approximated; `session-end`, `activate`, `relaunch` and anything macOS are absent. Quit
 *   before ready, the app never becomes ready. A hung first copy is waited for 5 s and never killed.
 * - safeStorage is left out on purpose: passwords belong in the keychain helper.
 * Reading a member that is missing throws its name; tsc checks the app against Electron's typings.
 */
import { createHost } from './host.mjs'

const host = createHost(process.argv)

export const { electron, standIn } = host
export const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
} = electron
export default electron
