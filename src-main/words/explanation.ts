import type { Facts } from '../contract.ts'

/** What a person is told about one code. Every text is a whole sentence or label, ready to print. */
export interface Explanation {
  title: string
  happened: string
  why: string
  /** What to do, in the order to try it; each is one action. */
  steps: string[]
  /** Who can put it right. */
  who: 'you' | 'supervisor' | 'it'
  /** The VICIdial admin page and the field's own label, where a setting puts it right. */
  where: string | null
}

/** The words for one code. Must read well with any fact missing. */
export type Explain = (facts: Facts) => Explanation
