import { runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'
import { build } from './steps.mjs'

await setUp()
await runSteps(build)
