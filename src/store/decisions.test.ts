// Decisions on every engine: what each act does, and that each can be taken back, after restart and in any order.
import { describe, expect, it } from 'vitest';
import { fullReading, madeReading } from '../../test/support/reading.ts';
import { reportId, testEngines } from '../../test/support/stores.ts';
import type { Detail } from '../record/decision.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const AT = '2026-03-05T10:00:00.000Z';
let minute = 0;
const now = () => `2026-03-06T10:${String(++minute % 60).padStart(2, '0')}:00.000Z`;
const page = { limit: 100, after: null };

async function filled(address: string, reports = 1): Promise<Store> {
  const store = await openStore(address);
  await store.add(
    Array.from({ length: reports }, (_, n) => fullReading({ id: reportId(n + 1), source: `Wire ${n + 1}` })),
    AT,
  );
  return store;
}
const idsOf = async (store: Store, kind: string) =>
  (await store.claims({ kind }, page)).claims.map(({ id }) => id).sort();
const decide = (store: Store, targets: readonly string[], detail: Detail, by = 'a.k.') =>
  store.decide({ targets, detail, by, why: 'tested', at: now() });

describe.each(await testEngines())('decisions on $name', ({ fresh }) => {
  it('accepts, rejects and opens again', async () => {
    const store = await filled(fresh());
    const [event = ''] = await idsOf(store, 'event');
    await decide(store, [event], { act: 'accept' });
    expect(await store.claim(event)).toMatchObject({ status: 'accepted', review: false });
    const reject = await decide(store, [event], { act: 'reject' });
    expect(await idsOf(store, 'event')).toEqual([]);
    expect((await store.claims({ kind: 'event', status: 'rejected' }, page)).claims).toHaveLength(1);
    await store.undo([reject.id], { by: 'a.k.', why: null, at: now() });
    expect((await store.claim(event))?.status).toBe('accepted');
    await decide(store, [event], { act: 'reopen' });
    expect((await store.claim(event))?.status).toBe('open');
    await store.close();
  });

  it('are heeded by a program that kept reports when there were none', async () => {
    const address = fresh();
    const one = await filled(address, 2);
    const other = await openStore(address);
    const [event = ''] = await idsOf(one, 'event');
    await decide(other, [event], { act: 'reject' });
    const again = fullReading({ id: event.slice(0, event.indexOf('.')), source: 'Wire 1' });
    await one.add([{ ...again, recount: '9.9.9' }, fullReading({ id: reportId(3), source: 'Wire 3' })], AT);
    expect(await one.claim(event)).toMatchObject({ status: 'rejected' });
    const hash = await one.hash();
    await other.rebuild();
    expect(await one.hash()).toBe(hash);
    await Promise.all([one.close(), other.close()]);
  });

  it('edits a field, and lists find the claim where it now belongs', async () => {
    const store = await filled(fresh());
    const [event = ''] = await idsOf(store, 'event');
    const edit = await decide(store, [event], { act: 'edit', field: 'actors', value: ['group:northern-front:VLM'] });
    expect(edit.detail).toMatchObject({ before: [['state:VLM']] });
    expect(await store.claim(event)).toMatchObject({
      edited: ['actors'],
      names: { 'group:northern-front:VLM': 'Northern Front' },
    });
    expect((await store.claims({ actors: ['group:northern-front:VLM'] }, page)).claims.map(({ id }) => id)).toEqual([
      event,
    ]);
    expect((await store.claims({ kind: 'event', actors: ['state:VLM'] }, page)).claims).toEqual([]);
    await decide(store, [event], {
      act: 'edit',
      field: 'time',
      value: { value: '2026-02', interval: ['2026-02-01', '2026-02-28'], words: 'in February' },
    });
    expect((await store.claims({ kind: 'event', to: '2026-02-28' }, page)).claims.map(({ days }) => days)).toEqual([
      ['2026-02-01', '2026-02-28'],
    ]);
    expect(await store.counts({ by: ['month', 'source'], limit: 10 })).toEqual([
      expect.objectContaining({ month: '2026-02', source: 'group:northern-front:VLM', count: 1 }),
    ]);
    await store.close();
  });

  it('adds a claim from selected words, and takes back what stands on it only when told to', async () => {
    const address = fresh();
    const store = await filled(address);
    const { text } = fullReading().report;
    const start = text.indexOf('killing 14 people');
    const added = await decide(store, [], {
      act: 'add',
      kind: 'figure',
      report: reportId(1),
      selections: [{ start, end: start + 'killing 14 people'.length }],
      fields: { measure: 'killed', best: 14 },
    });
    const claim = (added.detail as { claim: string }).claim;
    expect(await store.claim(claim)).toMatchObject({
      reader: null,
      fields: { measure: 'killed', best: 14, low: null },
      evidence: [{ quote: 'killing 14 people', role: 'selection' }],
    });
    const accept = await decide(store, [claim], { act: 'accept' });
    await store.close();

    const again = await openStore(address);
    await expect(again.undo([added.id], { by: 'b', why: null, at: now() })).rejects.toMatchObject({
      code: 'decision/has-dependants',
      dependants: [accept.id],
    });
    const undo = await again.undo([added.id], { by: 'b', why: null, at: now(), dependants: true });
    expect(undo.targets).toEqual([accept.id, added.id]);
    expect(await again.claim(claim)).toBeNull();
    await again.undo([undo.id], { by: 'b', why: 'after all', at: now() });
    expect(await again.claim(claim)).toMatchObject({ status: 'accepted', fields: { best: 14 } });
    await again.close();
  });

  it('merges and splits claims, and the merge waits for its split', async () => {
    const store = await filled(fresh(), 3);
    const [one = '', two = '', three = ''] = await idsOf(store, 'event');
    const merge = await decide(store, [one, two, three], { act: 'merge', into: one });
    expect(await idsOf(store, 'event')).toEqual([one]);
    expect(await store.claim(two)).toMatchObject({ standing: 'merged', mergedInto: one });
    const split = await decide(store, [three], { act: 'split', into: null });
    expect(await idsOf(store, 'event')).toEqual([one, three]);
    await expect(store.undo([merge.id], { by: 'b', why: null, at: now() })).rejects.toMatchObject({
      dependants: [split.id],
    });
    await store.undo([split.id], { by: 'b', why: null, at: now() });
    await store.undo([merge.id], { by: 'b', why: null, at: now() });
    expect(await idsOf(store, 'event')).toEqual([one, two, three]);
    await store.close();
  });

  it('merges actors: lists and counts know both as one, until it is undone', async () => {
    const store = await filled(fresh());
    await store.add([madeReading({ id: reportId(9), title: 'Other' })], AT);
    const merge = await decide(store, ['state:TRN'], { act: 'merge', into: 'state:VLM' });
    expect((await store.claims({ kind: 'event', actors: ['state:TRN'] }, page)).claims).toHaveLength(1);
    expect(await store.counts({ by: ['source', 'target'], limit: 10 })).toMatchObject([
      { source: 'state:VLM', target: 'state:VLM', count: 1 },
    ]);
    expect((await store.findActors('state:TRN', 5))[0]).toMatchObject({ mergedInto: 'state:VLM' });
    await expect(decide(store, ['state:VLM'], { act: 'merge', into: 'state:TRN' })).rejects.toMatchObject({
      code: 'decision/malformed',
    });
    const together = now();
    await store.undo([merge.id], { by: 'b', why: null, at: now() });
    expect(await store.counts({ by: ['source', 'target'], limit: 10 })).toMatchObject([
      { source: 'state:VLM', target: 'state:TRN' },
    ]);
    // a list as of a moment knows them as they were held then
    const recipients = async (when: string) =>
      (
        await store.claims(
          { kind: 'event', actors: ['state:VLM'], role: 'recipient', asOf: { at: when, mode: 'held' } },
          page,
        )
      ).claims.length;
    expect([await recipients(AT), await recipients(together), await recipients(now())]).toEqual([0, 1, 0]);
    await store.close();
  });

  it('decides on many at once, and takes all of it back at once, in any order with what came after', async () => {
    const address = fresh();
    const store = await filled(address, 20);
    const ids = await idsOf(store, 'event');
    const before = await store.claims({ kind: 'event', all: true }, page);
    const bulk = await decide(store, ids, { act: 'reject' });
    const edit = await decide(store, ids.slice(0, 5), { act: 'edit', field: 'mode', value: 'rockets' });
    const accept = await decide(store, ids.slice(3, 8), { act: 'accept' });
    expect((await store.claims({ kind: 'event' }, page)).claims).toHaveLength(5);
    await store.close();
    const again = await openStore(address);
    await again.undo([edit.id], { by: 'b', why: null, at: now() });
    await again.undo([bulk.id], { by: 'b', why: null, at: now() });
    await again.undo([accept.id], { by: 'b', why: null, at: now() });
    const after = await again.claims({ kind: 'event', all: true }, page);
    const bare = (some: typeof after) => some.claims.map((claim) => claim).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(bare(after)).toEqual(bare(before));
    await again.close();
  });

  it('keeps a link and a comment with their targets', async () => {
    const store = await filled(fresh(), 2);
    const [one = '', two = ''] = await idsOf(store, 'event');
    await decide(store, [one], { act: 'link', to: two, relation: 'part of' });
    await decide(store, [one], { act: 'comment', text: 'Ask the desk.' });
    await decide(store, ['incident:averin-1'], { act: 'comment', text: 'Of another layer.' });
    const { decisions } = await store.decisions({ ...page, target: one });
    expect(decisions.map(({ detail }) => detail.act)).toEqual(['comment', 'link']);
    await store.close();
  });

  it('refuses what cannot be decided, and keeps nothing of it', async () => {
    const store = await filled(fresh());
    const [event = ''] = await idsOf(store, 'event');
    const refused: [readonly string[], Detail, string][] = [
      [['r1.e0-5'], { act: 'accept' }, 'decision/unknown-target'],
      [[event, event], { act: 'accept' }, 'decision/malformed'],
      [[], { act: 'accept' }, 'decision/malformed'],
      [[event], { act: 'edit', field: 'colour', value: 'red' }, 'decision/unknown-field'],
      [[event], { act: 'edit', field: 'actors', value: ['Velmar'] }, 'decision/malformed'],
      [[event], { act: 'merge', into: 'state:VLM' }, 'decision/malformed'],
      [[event], { act: 'merge', into: event }, 'decision/malformed'],
      [[event], { act: 'link', to: 'r9.e1-2', relation: 'answers' }, 'decision/unknown-target'],
      [[event], { act: 'comment', text: '  ' }, 'decision/malformed'],
      [['d1'], { act: 'withdraw' }, 'decision/malformed'],
      [
        [],
        { act: 'add', kind: 'event', report: reportId(1), selections: [{ start: 5, end: 5 }], fields: {} },
        'decision/malformed',
      ],
      [
        [],
        { act: 'add', kind: 'event', report: 'rabc', selections: [{ start: 0, end: 5 }], fields: {} },
        'decision/unknown-target',
      ],
    ];
    const before = await store.hash();
    for (const [targets, detail, code] of refused)
      await expect(decide(store, targets, detail), `${JSON.stringify(detail)}`).rejects.toMatchObject({
        name: 'DecisionError',
        code,
      });
    await expect(store.undo(['d99'], { by: 'b', why: null, at: now() })).rejects.toMatchObject({
      code: 'decision/unknown-target',
    });
    expect(await store.hash()).toBe(before);
    await store.close();
  });

  it('rebuilds to the same record', async () => {
    const store = await filled(fresh(), 4);
    const [one = '', two = '', three = ''] = await idsOf(store, 'event');
    await decide(store, [one], { act: 'accept' });
    await decide(store, [one], { act: 'edit', field: 'mode', value: 'rockets' });
    await decide(store, ['state:TRN'], { act: 'merge', into: 'person:ilse-varga' });
    await decide(store, ['state:TRN'], { act: 'split', into: null });
    const merge = await decide(store, [two, three], { act: 'merge', into: one });
    await store.add([fullReading({ id: reportId(1), source: 'Wire 1', reader: '0.2.0' })], AT);
    await store.undo([merge.id], { by: 'b', why: null, at: now() });
    await decide(store, ['state:TRN'], { act: 'merge', into: 'state:VLM' });
    const before = await store.hash();
    await store.rebuild();
    expect(await store.hash()).toBe(before);
    await store.close();
  });
});
