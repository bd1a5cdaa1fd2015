import { readFileSync } from 'node:fs'

/** One exchange with a running VICIdial, its reply byte for byte. */
export interface Recorded {
  name: string
  path: string
  params: Record<string, string>
  status: number
  content_type: string
  body: string
}

export const recordings = (
  JSON.parse(readFileSync(new URL('../../replies/recorded.json', import.meta.url), 'utf8')) as {
    replies: Recorded[]
  }
).replies
