import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    // Real sockets and real files on a small machine: a test that needs longer says so itself.
    testTimeout: 20_000,
    maxWorkers: 2,
  },
})
