/** Chromium's command line. Nothing here reaches a server, a keyring or a display of the person's. */
export function switches({ profile, headed }) {
  return [
    ...(headed ? [] : ['--headless']),
    // Chromium refuses its sandbox to root, which containers usually are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    '--no-startup-window',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-features=PreloadTopChromeWebUI,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIOmniboxPopup',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-gpu',
    '--disable-quic',
    '--disable-sync',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
    '--no-first-run',
    '--password-store=basic',
  ]
}
