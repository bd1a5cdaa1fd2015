import { runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'
import { unit } from './steps.mjs'

await setUp()
// The property tests run a seeded tenth in `npm test`; here they run whole.
await runSteps(unit(['fuzz', ...process.argv.slice(2)], { FUZZ: 'full' }))
