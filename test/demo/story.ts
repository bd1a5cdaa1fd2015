import { expect, type Page } from '@playwright/test'
import type { Code } from '../../src-main/contract.ts'
import { playScenario, type ScenarioName } from '../../src-main/demo/scenarios.ts'
import { explain, wordsFor } from '../../src-main/words/index.ts'
import { agent, type PracticeRun } from './practice-run.ts'

const { demo, page: pageWords } = wordsFor()
const { story } = demo

interface Scene {
  title: string
  scenario: ScenarioName
  expected: Code
  /** Calls the dialer should have queued by the end of the scene. */
  calls: number
}

const scenes: Scene[] = [
  { title: story.scenes.ring, scenario: 'ready', expected: 'sent', calls: 1 },
  { title: story.scenes.answer, scenario: 'ready', expected: 'sent', calls: 1 },
  {
    title: story.scenes.notLoggedIn,
    scenario: 'logged-out',
    expected: 'agent-not-logged-in',
    calls: 1,
  },
  {
    title: story.scenes.noSessionData,
    scenario: 'no-session-data',
    expected: 'no-session-data',
    calls: 1,
  },
  {
    title: story.scenes.entryEmpty,
    scenario: 'entry-empty',
    expected: 'phone-entry-empty',
    calls: 1,
  },
  { title: story.scenes.lockedOut, scenario: 'locked-out', expected: 'account-locked', calls: 1 },
]

/** Plays the story in the app's own page and prints it; resolves with whether all was as it should be. */
export async function playStory(run: PracticeRun, print: (line: string) => void): Promise<boolean> {
  const page = await run.host.popup()
  print(story.heading)
  let good = 0
  for (const [index, scene] of scenes.entries()) {
    print('')
    print(story.scene(index + 1, scenes.length, scene.title))
    const isGood =
      scene.title === story.scenes.answer
        ? await answer(page, run, print)
        : await press(page, run, scene, print)
    const calls = run.dialer.counts.calls[agent] ?? 0
    print(`  ${story.callsSeen(calls)}`)
    if (isGood && calls === scene.calls) {
      good += 1
      print(`  ${story.asExpected}`)
    } else {
      print(
        `  ${story.notAsExpected(`${scene.expected}, ${scene.calls}`, `${await shown(page)}, ${calls}`)}`,
      )
    }
  }
  print('')
  print(good === scenes.length ? story.finished(good) : story.unfinished(good, scenes.length))
  return good === scenes.length
}

async function press(
  page: Page,
  run: PracticeRun,
  scene: Scene,
  print: (line: string) => void,
): Promise<boolean> {
  playScenario(run.dialer, scene.scenario)
  print(`  ${story.press}`)
  await page.getByRole('button', { name: pageWords.ring.button }).click()
  const facts = { agent, user: agent, server: run.dialer.url, minutesLeft: 15 }
  const explanation = explain({ code: scene.expected, facts })
  for (const line of story.outcome(explanation)) print(`    ${line}`)
  const { title, happened } = explanation
  const told = scene.expected === 'sent' ? pageWords.ring.phases.sent : title
  return isShown(page, scene.expected === 'sent' ? [told] : [told, happened])
}

async function answer(
  page: Page,
  run: PracticeRun,
  print: (line: string) => void,
): Promise<boolean> {
  const sessionId = run.dialer.world.sessions[agent]?.sessionId ?? ''
  print(`  ${story.answered(sessionId)}`)
  print(`    ${pageWords.ring.didItRing} ${pageWords.ring.yes}`)
  await page.getByRole('button', { name: pageWords.ring.yes, exact: true }).click()
  return isShown(page, [pageWords.ring.rang])
}

/** Whether the page shows all of these within Playwright's usual patience. */
async function isShown(page: Page, texts: string[]): Promise<boolean> {
  try {
    for (const text of texts) await expect(page.getByText(text).first()).toBeVisible()
    return true
  } catch {
    return false
  }
}

async function shown(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ').slice(0, 300)
}
