import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { brokenKeeper } from './test/support/build/broken-keeper'

// Apart from vite.config.ts, because the Remix plugin has no place in tests. Features run once for each database:
// Sequelize's transaction store is global to a process, so a process knows one dialect.
const features = (dialect: 'sqlite' | 'mariadb') => ({
  extends: true as const,
  test: {
    name: `features-${dialect}`,
    include: ['test/features/**/*.test.{ts,tsx}'],
    env: { TEST_DATABASE: dialect },
    globalSetup: ['test/support/global-setup.ts'],
  },
})

export default defineConfig({
  // For `npm run test:long`: tests that call the product's functions themselves miss the same function as those that go through its pages.
  plugins: [brokenKeeper(process.env.OTRACK_BROKEN)],
  test: {
    pool: 'forks',
    maxWorkers: Number(process.env.OTRACK_TEST_WORKERS ?? Math.min(2, availableParallelism())),
    testTimeout: 30_000,
    hookTimeout: 120_000,
    allowOnly: false,
    projects: [
      { extends: true, test: { name: 'rules', include: ['test/{rules,properties}/**/*.test.{ts,tsx}'] } },
      features('sqlite'),
      features('mariadb'),
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          env: { TEST_DATABASE: 'sqlite' },
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['test/long/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 30 * 60_000,
        },
      },
    ],
  },
})
