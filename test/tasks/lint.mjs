import { runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'
import { lint } from './steps.mjs'

await setUp()
await runSteps(lint)
