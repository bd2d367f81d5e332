import { defineConfig } from 'vitest/config'

const base = { environment: 'node', pool: 'forks' } as const

export default defineConfig({
  test: {
    // Room for the database and the browser beside the tests: two workers on two cores.
    maxWorkers: 2,
    projects: [
      { test: { ...base, name: 'contract', include: ['packages/contract/**/*.test.ts'] } },
      {
        test: {
          ...base,
          name: 'server',
          include: ['packages/server/**/*.test.ts'],
          globalSetup: ['packages/server/test/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      { test: { ...base, name: 'web', include: ['packages/{ui,console,portal,widget}/src/**/*.test.{ts,tsx}'] } },
      { test: { ...base, name: 'scripts', include: ['scripts/**/*.test.{mjs,ts}'], testTimeout: 30_000 } },
      {
        test: {
          ...base,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One after another and after all else: a browser beside other tests waits in vain.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
