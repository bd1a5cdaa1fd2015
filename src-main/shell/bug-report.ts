/**
 * A bug, as lines for the terminal: its kind and where it happened. Its message is left out, for
 * a message may quote what a person typed.
 */
export function bugReport(bug: unknown): string {
  if (!(bug instanceof Error)) return `not an error but ${typeof bug}`
  const code = 'code' in bug && typeof bug.code === 'string' ? ` ${bug.code}` : ''
  const frames = (bug.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${bug.name}${code}`, ...frames].join('\n')
}
