import { runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'
import { build, e2e, lint, unit } from './steps.mjs'

await setUp()
await runSteps([...lint, ...build, ...unit(), ...e2e()])
