// An act made of a count has the count's id: the record holds it, so people can part it, reject it and undo that.
import { afterAll, expect, it } from 'vitest';
import { readingsOf } from '../../test/support/story.ts';
import { openStore } from '../store/index.ts';
import { chronicle } from './chronicle.ts';
import { decide, undo } from './decide.ts';
import { findIncident } from './incidents.ts';
import type { Context } from './operation.ts';

const store = await openStore(':memory:');
const context = { store: async () => store, now: () => '2026-03-06T10:00:00Z' } as unknown as Context;
afterAll(() => store.close());
const readings = readingsOf(
  '2026-03-03 Meridian Wire: Four injured in Odesa after missiles',
  '2026-03-03 The Courier: Four injured in Odesa after missiles, a doctor said',
);
await store.add(readings, '2026-03-05T10:00:00Z');
const made = async () =>
  (await chronicle(context, {})).incidents.filter(({ happenings: [{ family }] }) => family === 'violence');

it('is held under the id of its count, and found by it', async () => {
  const ids = (await made()).flatMap(({ happenings }) => happenings.map(({ id }) => id));
  expect(ids).toHaveLength(2);
  for (const id of ids) {
    expect(id).toMatch(/\.f\d+-\d+$/);
    expect(await store.claim(id)).not.toBeNull();
    expect(findIncident(await chronicle(context, {}), id.replace(/^(r[0-9a-f]{8})[0-9a-f]+/, '$1'))).toBeTruthy();
  }
});

it('is rejected with its count, and is there again when that is undone', async () => {
  const before = (await made()).flatMap(({ happenings }) => happenings).length;
  const [first] = (await made()).flatMap(({ happenings }) => happenings);
  const targets = [first?.id as string];
  const done = await decide.run(decide.input.parse({ act: 'reject', targets, by: 'ada' }), context);
  expect((await made()).flatMap(({ happenings }) => happenings)).toHaveLength(before - 1);
  await undo.run(undo.input.parse({ ids: [done.id], by: 'ada' }), context);
  expect((await made()).flatMap(({ happenings }) => happenings)).toHaveLength(before);
});

it('is parted from another by a decision', async () => {
  const ids = (await made()).flatMap(({ happenings }) => happenings.map(({ id }) => id));
  await decide.run(
    decide.input.parse({ act: 'link', targets: [ids[0]], to: ids[1], relation: 'apart', by: 'ada' }),
    context,
  );
  expect(await made()).toHaveLength(2);
});
