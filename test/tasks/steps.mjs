import { runPackage } from './run.mjs'

const vite = (mode) => () =>
  runPackage('vite/bin/vite.js', ['build', '--mode', mode, '--logLevel', 'warn'])

/** Every step of `npm test`, by the name it is announced with. */
export const build = [
  ['build: app and terminal', vite('main')],
  ['build: preload', vite('preload')],
  ['build: page', vite('page')],
]

export const lint = [
  [
    'format',
    () => runPackage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  ],
  ['types', () => runPackage('typescript/bin/tsc', ['--noEmit', '-p', '.'])],
  [
    'types of the page',
    () =>
      runPackage('svelte-check/bin/svelte-check', [
        '--tsconfig',
        './tsconfig.json',
        '--output',
        'human',
        '--fail-on-warnings',
      ]),
  ],
  ['lint', () => runPackage('eslint/bin/eslint.js', ['--max-warnings', '0', '.'])],
]

export const unit = (args = [], env = {}) => [
  [
    'unit tests',
    () => runPackage('vitest/vitest.mjs', ['run', ...args], { env: { ...process.env, ...env } }),
  ],
]

export const e2e = (args = [], env = {}) => [
  [
    'end-to-end tests',
    () =>
      runPackage('@playwright/test/cli.js', ['test', ...args], { env: { ...process.env, ...env } }),
  ],
]
