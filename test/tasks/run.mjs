import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Runs a program in the project's folder, its output shown; resolves with its exit value. */
export function run(program, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
      // npm is a command file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && program === 'npm',
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/**
 * The Node that npm itself runs on. The stand-in's own Node 24 lies in node_modules/.bin, where npm
 * looks first, but the tests are to run on the Node that people have.
 */
export const node = process.env.npm_node_execpath ?? process.execPath

/** Runs a program that came with an npm package, by its script. */
export function runPackage(script, args, options) {
  return run(node, [join(root, 'node_modules', script), ...args], options)
}

/** Runs the steps in order, says how long each took, and ends the process at the first that fails. */
export async function runSteps(steps) {
  for (const [name, step] of steps) {
    const startedAt = Date.now()
    console.log(`\n— ${name}`)
    const code = await step()
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1)
    console.log(`— ${name}: ${code === 0 ? 'fine' : 'failed'}, ${seconds} s`)
    if (code !== 0) process.exit(code)
  }
}
