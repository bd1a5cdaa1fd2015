import { runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'
import { build, e2e } from './steps.mjs'

await setUp()
await runSteps([...build, ...e2e(process.argv.slice(2))])
