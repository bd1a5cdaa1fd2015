import type { Clock } from '../clock.ts'
import type { Faults } from './faults.ts'
import { heal } from './heal.ts'
import { networkScenarios } from './network-scenarios.ts'
import type { Scenario } from './scenario.ts'
import { sessionScenarios } from './session-scenarios.ts'
import { signInScenarios } from './sign-in-scenarios.ts'
import type { ScenarioOptions } from './scenario-options.ts'
import { row } from './world.ts'
import type { World } from './world.ts'

/** Every situation the practice dialer can be put in by name. */
export const scenarios = {
  healthy: {
    about: 'Network, server and account work; the agent is logged in and READY.',
    play() {
      // Everything is healthy already: playing any scenario begins with that.
    },
  },
  ...sessionScenarios,
  ...signInScenarios,
  ...networkScenarios,
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name)
}

/**
 * Puts the dialer into a situation. Each starts from `healthy` for its agent, so that one replaces
 * the other, unless `onTop` is set. Counts stay. Throws a RangeError for an agent without account.
 */
export function playScenario(
  dialer: { world: World; faults: Faults; clock: Clock },
  name: ScenarioName,
  options: ScenarioOptions = {},
): void {
  const { world, faults, clock } = dialer
  const agent = options.agent ?? '1000'
  const user = row(world.users, agent)
  if (!user) throw new RangeError(`no user ${agent}`)
  if (!options.onTop) heal(world, faults, agent)
  const scenario: Scenario = scenarios[name]
  scenario.play({ world, faults, agent, user, now: clock.now() }, options)
}
