// Issues through a record: listed, named by a decision, asked for by that name, and undone.
import { afterAll, expect, it } from 'vitest';
import { readingsOf } from '../../test/support/story.ts';
import { openStore } from '../store/index.ts';
import { decide, undo } from './decide.ts';
import { issues } from './issues.ts';
import type { Context } from './operation.ts';
import { says } from './says.ts';

const store = await openStore(':memory:');
const context = { store: async () => store, now: () => '2026-03-06T10:00:00Z' } as unknown as Context;
afterAll(() => store.close());
await store.add(
  readingsOf(
    '2026-03-03 Meridian Wire: Ukraine is ready for a ceasefire with Russia if the guns fall silent, President Volodymyr Zelensky said on Tuesday.',
    '2026-03-04 The Courier: Russia rejected a truce, Kremlin spokesman Dmitry Peskov said. He said Ukraine must leave first.',
  ),
  '2026-03-05T10:00:00Z',
);
const list = async () => (await issues.run(issues.input.parse({ words: 'truce' }), context)).issues;
const ask = (about: string) => says.run(says.input.parse({ about }), context);

it('lists issues with where each speaker stands, in words', async () => {
  const [truce] = await list();
  expect(truce).toMatchObject({ id: 'issue:truce:RUS+UKR', name: 'truce (Russia, Ukraine)', named: false });
  const zelensky = truce?.stands.find(({ speaker }) => speaker.includes('Zelensk'));
  expect(zelensky).toMatchObject({ stance: 'conditional' });
  expect(zelensky?.condition?.text).toContain('if the guns fall silent');
});

it('names an issue, finds it by that name, and forgets the name when it is undone', async () => {
  const made = await decide.run(
    decide.input.parse({
      act: 'link',
      targets: ['issue:truce:RUS+UKR'],
      to: 'issue:Silence',
      relation: 'named',
      by: 'ada',
    }),
    context,
  );
  const [truce] = await list();
  expect(truce).toMatchObject({ name: 'Silence', named: true });
  expect((await ask('silence')).total).toBe(truce?.statements);
  expect((await ask('issue:truce:RUS+UKR')).total).toBe(truce?.statements);
  await undo.run(undo.input.parse({ ids: [made.id], by: 'ada' }), context);
  expect((await list())[0]?.named).toBe(false);
  expect((await ask('silence')).total).toBe(0);
});
