import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each in a process of its own: it puts another module in the place of one, or kills, fills or measures what it runs on. */
const APART = [
  'src/faces/api/accounts.test.ts',
  'src/operations/intake/intake.test.ts',
  'src/operations/intake/reading-pool.test.ts',
  'src/operations/intake/steady-memory.test.ts',
  'src/operations/people/secret.test.ts',
  'src/store/crash.slow.test.ts',
  'src/store/lock-holder.test.ts',
  'test/any-bytes.test.ts',
  'test/page.test.ts',
  'test/together.test.ts',
  'test/watch.test.ts',
  'test/workbench.test.ts',
];

/**
 * What takes longest, first, so that nothing long is left for the end: a browser's work next to the kills, since the one
 * waits where the other counts. The rest follows by size.
 */
const FIRST = [
  'src/store/crash.slow.test.ts',
  'test/workbench.test.ts',
  'test/page.test.ts',
  'test/together.test.ts',
  'test/corrections.test.ts',
  'test/first-minutes.test.ts',
  'test/panels.test.ts',
  'test/sign-in.test.ts',
  'src/store/moments.test.ts',
  'src/store/incidents.test.ts',
  'src/store/full-disk.test.ts',
  'test/queue.slow.test.ts',
  'test/zones.test.ts',
  'test/mutated.test.ts',
  'test/any-bytes.test.ts',
  'test/event-examples.slow.test.ts',
  'test/own-project.slow.test.ts',
  'src/operations/as-of.test.ts',
  'src/store/store.test.ts',
  'src/store/decisions.test.ts',
  'src/mentions/events/find-events.test.ts',
  'test/queue.test.ts',
  'test/scale.slow.test.ts',
  'test/start.test.ts',
].map((file) => resolve(import.meta.dirname, file));

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const at = FIRST.indexOf(moduleId);
      return (project.config.isolate ? 0 : 1000) + (at < 0 ? FIRST.length : at);
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

// processes that tests start find again what Node compiled of our modules
process.env['NODE_COMPILE_CACHE'] ??= resolve(import.meta.dirname, 'node_modules/.cache/recount-tests');

const exclude = ['node_modules/**', 'dist/**'];

export default defineConfig({
  test: {
    // on two cores Vitest itself would use one
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: './test/support/template.ts',
    sequence: { sequencer: LongFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: APART, exclude } },
      {
        extends: true,
        test: {
          // one process reads many files of tests: modules, lists and weights are loaded once
          name: 'together',
          isolate: false,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'train/**/*.test.ts'],
          exclude: [...exclude, ...APART],
        },
      },
    ],
  },
});
