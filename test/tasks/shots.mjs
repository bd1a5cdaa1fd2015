import { join } from 'node:path'
import { node, root, run, runSteps } from './run.mjs'
import { setUp } from './set-up.mjs'

await setUp()
await runSteps([
  [
    'pictures of the page',
    () => run(node, [join(root, 'test/gallery/shoot.mjs'), ...process.argv.slice(2)]),
  ],
])
