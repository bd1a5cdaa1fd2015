import { readRequest, type KeychainReply, type KeychainRequest } from './keychain-protocol.ts'

/**
 * The helper process that talks to the computer's keychain, and the only file that loads keytar:
 * behind a locked or frozen Linux keyring keytar never answers, holds up the exit of its process, or
 * takes it down. Whoever started this one kills it when it is late.
 */

/** What Electron's utilityProcess gives its program in place of Node's `process.send`. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

async function ask(request: KeychainRequest): Promise<string | boolean | null> {
  const { default: keytar } = await import('keytar')
  const { service, account } = request
  switch (request.verb) {
    case 'find':
      return keytar.getPassword(service, account)
    case 'save':
      await keytar.setPassword(service, account, request.password)
      return true
    case 'forget':
      return keytar.deletePassword(service, account)
  }
}

async function reply(request: KeychainRequest): Promise<KeychainReply> {
  const { id } = request
  try {
    return { id, ok: true, value: await ask(request) }
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

function serve(answer: (reply: KeychainReply) => void): (message: unknown) => void {
  // One at a time: each call that hangs holds one of the four threads Node has for files and names.
  let queue: Promise<void> = Promise.resolve()
  return (message) => {
    const request = readRequest(message)
    if (request) queue = queue.then(() => reply(request)).then(answer)
  }
}

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (parentPort) {
  const heard = serve((reply) => {
    parentPort.postMessage(reply)
  })
  parentPort.on('message', ({ data }) => {
    heard(data)
  })
} else {
  process.on(
    'message',
    serve((reply) => process.send?.(reply)),
  )
  // Leaving politely would wait for a call that may never end.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
}
