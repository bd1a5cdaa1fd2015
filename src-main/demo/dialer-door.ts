import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import { answerAgentApi } from './agent-api.ts'
import { asked } from './asked.ts'
import { clean } from './cleaning.ts'
import { countRequest } from './counts.ts'
import type { Counts, DoorName, ReceivedRequest } from './counts.ts'
import { faultsFor } from './faults.ts'
import type { Faults } from './faults.ts'
import { idleConnections } from './idle-connections.ts'
import { openLoopbackServer } from './loopback-server.ts'
import type { LoopbackServer } from './loopback-server.ts'
import { answerNonAgentApi } from './non-agent-api.ts'
import { readRequest } from './read-request.ts'
import type { ReadRequest } from './read-request.ts'
import { vicidialAnswer, webAnswer } from './web-answer.ts'
import type { WebAnswer } from './web-answer.ts'
import type { World } from './world.ts'

export interface DialerDoorOptions {
  world: World
  faults: Faults
  counts: Counts
  clock: Clock
  port: number
  tls?: { key: string; cert: string } | undefined
}

/** The practice dialer's web server: reads a request, lets VICIdial act on it, applies faults. */
export async function openDialerDoor(options: DialerDoorOptions): Promise<LoopbackServer> {
  const { world, faults, counts, clock } = options
  const connections = idleConnections(clock)
  const server: LoopbackServer = await openLoopbackServer({
    port: options.port,
    tls: options.tls,
    onConnection(socket) {
      counts.connections += 1
      if (faults.close !== 'before-request') return
      const met = faultsFor(faults, null)
      if (met.close) server.drop(socket, met.closeWith)
    },
    onRequest(request, response) {
      void respond(request, response)
    },
  })

  async function respond(request: IncomingMessage, response: ServerResponse) {
    connections.busy(request.socket)
    // A connection from before the fault was set: closed with the request unread all the same.
    if (faults.close === 'before-request') {
      const unread = faultsFor(faults, null)
      if (unread.close) {
        server.drop(request.socket, unread.closeWith)
        return
      }
    }
    const read = await readRequest(request)
    if (!read) {
      request.socket.destroy()
      return
    }
    const received = note(read)
    const met = faultsFor(faults, received.function)
    const answer = met.instead
      ? webAnswer(met.instead, met.movedTo)
      : act(read, received, request.socket.remoteAddress ?? '', met)
    if (met.hang) return
    if (met.delayMs > 0) {
      const cancel = clock.after(met.delayMs, () => {
        send(response, answer, met)
      })
      response.once('close', cancel)
    } else {
      send(response, answer, met)
    }
  }

  function note(read: ReadRequest): ReceivedRequest {
    const params = { ...read.params }
    delete params['pass']
    const received: ReceivedRequest = {
      at: clock.now(),
      method: read.method,
      path: read.path,
      door: doorAt(read.path, world.system.folder),
      function: clean(read.params, world.system.nonLatin).function,
      params,
      passwordInUrl: read.passwordInUrl,
      signIn: null,
    }
    countRequest(counts, received)
    return received
  }

  function act(
    read: ReadRequest,
    received: ReceivedRequest,
    address: string,
    met: Faults,
  ): WebAnswer {
    if (received.door === 'none') return webAnswer('not-found', '')
    const { params } = read
    const question = asked(world, counts, { params, address, now: received.at, received })
    const answer = received.door === 'agent' ? answerAgentApi : answerNonAgentApi
    return vicidialAnswer(answer(question), met, read.path)
  }

  function send(response: ServerResponse, answer: WebAnswer, met: Faults) {
    const { socket } = response
    if (!socket) return
    if (met.close === 'after-request') {
      server.drop(socket, met.closeWith)
      return
    }
    const { body } = answer
    // At least 1, so that half of an empty reply is not a whole one.
    const promised = met.close === 'half-reply' ? Math.max(body.length, 1) : body.length
    const headers: Record<string, string> = { ...answer.headers, 'Content-Length': `${promised}` }
    if (met.keepAliveSeconds !== null) headers['Keep-Alive'] = `timeout=${met.keepAliveSeconds}`
    response.writeHead(answer.status, headers)
    if (met.close === 'half-reply') {
      response.flushHeaders()
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
        server.drop(socket, met.closeWith)
      })
      return
    }
    response.end(body, () => {
      if (met.keepAliveSeconds !== null) connections.idle(socket, met.keepAliveSeconds)
    })
  }

  return server
}

function doorAt(path: string, folder: string): DoorName {
  if (path === `${folder}/agc/api.php`) return 'agent'
  if (path === `${folder}/vicidial/non_agent_api.php`) return 'non-agent'
  return 'none'
}
