import { runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'
import { build, unit } from './steps.mjs'

await setUp()
await runSteps([...build, ...unit(process.argv.slice(2))])
