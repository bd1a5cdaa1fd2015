import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const cli = join(resolve(import.meta.dirname, '../..'), 'out/main/cli.js')

export interface TerminalRun {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the built terminal program with this input, and waits for its end. */
export function runTerminal(
  args: string[],
  env: Record<string, string>,
  input = '',
): Promise<TerminalRun> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, ...args], {
      env: { ...process.env, ...env },
      stdio: 'pipe',
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()))
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()))
    child.on('error', failed)
    child.on('close', (code) => {
      done({ code, stdout, stderr })
    })
    child.stdin.end(input)
  })
}

/** Signs in as a person does in the terminal. Throws with what was printed when that fails. */
export async function signInByTerminal(
  server: string,
  account: { user: string; password: string },
  env: Record<string, string>,
): Promise<void> {
  const args = ['sign-in', '--server', server, '--user', account.user]
  const { code, stdout, stderr } = await runTerminal(
    [...args, '--password-stdin', '--allow-http'],
    env,
    account.password,
  )
  if (code !== 0) throw new Error(`sign-in ended with ${code ?? 'a signal'}:\n${stdout}${stderr}`)
}
