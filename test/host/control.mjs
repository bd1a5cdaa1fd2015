/**
 * The runner's hand in the host, over Node's channel between parent and child: runs functions in the
 * main process, as Playwright's `ElectronApplication.evaluate` does, and ends the host when the
 * runner is gone.
 */
export function control(electron, { app, browser }) {
  if (!process.send) return
  const say = (message) => {
    if (process.connected) process.send(message)
  }

  process.on('message', async ({ id, source, arg, quit }) => {
    if (quit) return app.quit()
    try {
      const run = new Function('electron', 'arg', `return (${source})(electron, arg)`)
      say({ id, value: await run(electron, arg) })
    } catch (error) {
      say({ id, error: String(error?.stack ?? error) })
    }
  })
  process.on('disconnect', () => process.exit(0)) // Chromium and helpers end on `exit`.
  const ready = () =>
    say({ ready: true, endpoint: browser.endpoint, userData: app.getPath('userData') })
  void app.whenReady().then(ready)
}
