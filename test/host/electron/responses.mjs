/** Turns a private scheme's Response into what Chromium's interception takes. */
export async function answerFor(schemes, url, { method, headers, postData }) {
  const request = new Request(url, {
    method,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, schemes.fromPage(value)]),
    ),
    ...(postData === undefined ? {} : { body: postData }),
  })
  const response = await schemes.handlerOf(url)(request)
  if (response.type === 'error') throw new Error('the handler answered Response.error()')
  return {
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({
      name,
      value: toPageHeader(schemes, name, value),
    })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  }
}

/** Addresses of private schemes in headers mean the page's own names for them. */
function toPageHeader({ toPage }, name, value) {
  if (name === 'location') return toPage(value)
  if (!name.startsWith('content-security-policy')) return value
  return value.replace(/[a-z][a-z0-9+.-]*:\/\/[^\s;/]+/gi, (source) =>
    toPage(source).replace(/\/$/, ''),
  )
}
