import { wordsFor } from '../src-main/words/index.ts'

/** The language the page speaks. */
export const words = wordsFor()
