import type { linkIds } from './contract.ts'

/** Every address the app opens in a browser; the page and the tray only name one. */
export const links: Record<(typeof linkIds)[number], string> = {
  'vicidial-agent-api': 'https://vicidial.org/docs/AGENT_API.txt',
  project: 'https://github.com/ring-my-phone/ring-my-phone',
}
