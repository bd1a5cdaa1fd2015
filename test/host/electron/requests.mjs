import { answerFor } from './responses.mjs'
import { mayGoOn, preventable } from './veto.mjs'

/**
 * Decides about each request of a page before it leaves: navigation events that listeners may
 * prevent, the session's request hooks, and the app's private schemes.
 */
export async function decide({ contents, page, schemes, webRequest }, event) {
  const { requestId, request, resourceType } = event
  const url = schemes.fromPage(request.url)
  const refuse = (errorReason) => page.settle('failRequest', requestId, { errorReason })

  if (resourceType === 'Document' && !mayNavigate(contents, page, event, url)) {
    return refuse('Aborted')
  }
  const details = {
    url,
    method: request.method,
    resourceType: typeOf(event, page),
    webContents: contents,
  }
  const before = await webRequest.beforeRequest(details)
  if (before.cancel) return refuse('BlockedByClient')
  if (before.redirectURL) {
    const location = [{ name: 'location', value: schemes.toPage(before.redirectURL) }]
    const redirect = { responseCode: 307, responseHeaders: location }
    return page.settle('fulfillRequest', requestId, redirect)
  }
  if (!schemes.handlerOf(url)) return page.settle('continueRequest', requestId)

  try {
    const answer = await answerFor(schemes, url, request)
    const headers = Object.fromEntries(
      answer.responseHeaders.map(({ name, value }) => [name, [value]]),
    )
    const received = await webRequest.headersReceived({ ...details, responseHeaders: headers })
    if (received.cancel) return refuse('BlockedByClient')
    if (received.responseHeaders) {
      answer.responseHeaders = Object.entries(received.responseHeaders).flatMap(([name, values]) =>
        [values].flat().map((value) => ({ name, value })),
      )
    }
    return await page.settle('fulfillRequest', requestId, answer)
  } catch (error) {
    console.error(`stand-in: the protocol handler failed for ${url}:`, error)
    return refuse('Failed')
  }
}

function mayNavigate(contents, page, { frameId, redirectedRequestId }, url) {
  const isMainFrame = frameId === page.frameId
  const frame = isMainFrame ? contents.mainFrame : null
  const navigation = { url, isSameDocument: false, isMainFrame, frame, initiator: frame }
  const ask = (name) => {
    const event = preventable(navigation)
    return mayGoOn(contents, name, event, url, false, isMainFrame)
  }
  if (redirectedRequestId !== undefined) return ask('will-redirect')
  if (isMainFrame && page.ownNavigation) {
    page.ownNavigation = false
    return true
  }
  return ask('will-frame-navigate') && (!isMainFrame || ask('will-navigate'))
}

function typeOf({ resourceType, frameId }, page) {
  if (resourceType === 'Document') return frameId === page.frameId ? 'mainFrame' : 'subFrame'
  return resourceType[0].toLowerCase() + resourceType.slice(1)
}
