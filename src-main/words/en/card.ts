import type { Explanation } from '../explanation.ts'

/** The labels around an explanation, wherever it is drawn. */
export const card = {
  happened: 'What happened',
  why: 'Why',
  steps: 'What to do',
  who: {
    you: 'You can put this right yourself.',
    supervisor: 'Your supervisor can put this right.',
    it: 'Your IT support can put this right.',
  } satisfies Record<Explanation['who'], string>,
  where: 'Where in VICIdial',
  reply: 'VICIdial’s own words',
  showReply: 'Show VICIdial’s own words',
  hideReply: 'Hide VICIdial’s own words',
  close: 'Close',
}
