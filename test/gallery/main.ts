import { mount } from 'svelte'
import type { AppState, PageBridge, Result } from '../../src-main/contract.ts'
import App from '../../src-renderer/App.svelte'
import { browserTime } from '../../src-renderer/logic/page-time.ts'
import { words } from '../../src-renderer/words.ts'
import '../../src-renderer/app.css'
import { journeys } from './journeys.ts'
import { pictures } from './states.ts'

declare global {
  interface Window {
    sent: [name: string, payload: unknown][]
  }
}

/** Draws the picture that the address names, such as `#ring-ready`, on a bridge that leads nowhere. */
const picture = [...pictures, ...journeys].find(({ name }) => name === location.hash.slice(1))

function bridgeFor({ state, later, answers = {} }: (typeof pictures)[number]): PageBridge {
  const shown = state(Date.now())
  let tell: (state: AppState) => void = () => undefined
  return {
    state: () => (shown === null ? new Promise(() => undefined) : Promise.resolve(shown)),
    onState: (listener) => {
      tell = listener
      return () => undefined
    },
    command: (name, payload) => {
      window.sent.push([name, payload])
      if (later) tell(later(Date.now()))
      const answer: Result | 'never' = answers[name] ?? { ok: true }
      return answer === 'never' ? new Promise(() => undefined) : Promise.resolve(answer)
    },
  }
}

window.sent = []
document.documentElement.lang = words.tag
document.title = words.page.appName
const target = document.getElementById('page')
if (target && picture)
  mount(App, { target, props: { bridge: bridgeFor(picture), time: browserTime } })
