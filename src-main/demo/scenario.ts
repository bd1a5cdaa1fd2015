import type { Faults } from './faults.ts'
import type { ScenarioOptions } from './scenario-options.ts'
import type { User, World } from './world.ts'

export interface Scenario {
  /** One line for `GET /scenarios`. */
  about: string
  play(stage: Stage, options: ScenarioOptions): void
}

export interface Stage {
  world: World
  faults: Faults
  agent: string
  /** The agent's own account. */
  user: User
  /** ms since 1970. */
  now: number
}
