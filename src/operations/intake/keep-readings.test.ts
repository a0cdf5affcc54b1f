import { describe, expect, it } from 'vitest';
import { madeReading } from '../../../test/support/reading.ts';
import { reportId as id } from '../../../test/support/stores.ts';
import { openStore } from '../../store/open-store.ts';
import { keepAll } from './keep-readings.ts';

describe('readings that are kept together', () => {
  it('are kept though one of them was misread, and that one is told', async () => {
    const store = await openStore(':memory:');
    const broken = madeReading({ id: id(3) });
    const readings = [1, 2, 3, 4, 5].map((n) =>
      n === 3
        ? {
            ...broken,
            unread: [],
            times: broken.times.map((time) => ({ ...time, span: { ...time.span, text: 'Friday' } })),
          }
        : madeReading({ id: id(n) }),
    );
    const outcomes = await keepAll(store, readings, '2026-03-05T10:00:00.000Z');
    expect(outcomes.map((one) => ('error' in one ? one.error.code : one.outcome))).toEqual([
      'new',
      'new',
      'program/evidence',
      'new',
      'new',
    ]);
    expect((await store.list({ limit: 10, after: null })).total).toBe(4);
    expect(await keepAll(store, [], '2026-03-05T10:00:00.000Z')).toEqual([]);
    await store.close();
  });
});
