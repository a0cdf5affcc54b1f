// A saved search tells what comes to match it, once, and to whoever saved it alone.
import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../test/support/story.ts';
import { openRecord } from './open-record.ts';
import type { Context } from './operation.ts';
import { saved, savedAdd, savedLook, savedRemove } from './saved.ts';

const strike = (day: string, town: string, killed: number) =>
  readingsOf(`${day} Meridian Wire: A missile strike on ${town} killed ${killed} people, the mayor said.`);

describe('saved searches', () => {
  it('tell what is new since the last look', async () => {
    const store = await openRecord(':memory:');
    const context: Context = { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' };
    const look = (more: object = {}) => savedLook.run({ id: 'saved:1', keep: false, by: 'Ana', ...more }, context);
    await store.add(strike('2026-03-03', 'Halvorsk', 14), context.now());
    await expect(savedAdd.run({ name: 'x', search: {}, by: 'Ana' }, context)).rejects.toThrow(/what is searched/);
    await expect(savedAdd.run({ name: 'x', search: { actor: 'Nobody Atall' }, by: 'Ana' }, context)).rejects.toThrow(
      /knows no actor/,
    );
    expect(
      await savedAdd.run({ name: 'Dead', search: { kind: 'figure', type: 'killed' }, by: 'Ana' }, context),
    ).toMatchObject({ id: 'saved:1', fresh: 0 });
    await savedAdd.run({ name: 'Varnholm', search: { query: 'Varnholm', kind: 'event' }, by: 'Bo' }, context);
    await store.add(strike('2026-03-04', 'Varnholm', 9), context.now());
    expect((await saved.run({}, context)).saved.map(({ name, fresh: n }) => [name, n])).toEqual([
      ['Dead', 1],
      ['Varnholm', 1],
    ]);
    const kept = await look({ keep: true });
    expect(kept.claims.map(({ evidence }) => evidence[0]?.quote)).toEqual(['9 people']);
    expect((await look()).claims).toHaveLength(1);
    expect((await look()).claims).toEqual([]);
    await expect(look({ by: 'Bo' })).rejects.toThrow(/no saved search/);
    await expect(savedRemove.run({ id: 'saved:1', by: 'Bo' }, context)).rejects.toThrow(/no saved search/);
    await savedRemove.run({ id: 'saved:1', by: 'Ana' }, context);
    expect((await saved.run({ by: 'Ana' }, context)).saved).toEqual([]);
    expect((await saved.run({ by: 'Bo' }, context)).saved).toMatchObject([
      { name: 'Varnholm', search: { query: 'Varnholm', kind: 'event' } },
    ]);
    await store.close();
  });
});
