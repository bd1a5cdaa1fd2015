import { join } from 'node:path'
import { root, runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'
import { build } from './steps.mjs'

await setUp()
await runSteps(build)
// Only now is vite sure to be installed; it runs the TypeScript of the practice run as it stands.
const { runnerImport } = await import('vite')
await runnerImport(join(root, 'test/demo/demo.ts'), { configFile: false, root })
