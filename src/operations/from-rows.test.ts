// What operations answer from the record's rows against what they answer when every reading is folded anew.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { commitments } from './commitments.ts';
import { desk } from './desk.ts';
import { figures } from './figures.ts';
import { flags } from './flags.ts';
import { incident } from './incident.ts';
import { incidents } from './incidents.ts';
import { issues } from './issues.ts';
import { meetings } from './meetings.ts';
import type { Operation } from './operation.ts';
import { readDocument } from './read-document.ts';
import { says } from './says.ts';
import { why } from './why.ts';

const NOW = '2026-06-01T12:00:00.000Z';
const samples = resolve(import.meta.dirname, '../../samples');
const actors = { content: readFileSync(resolve(samples, 'actors.tsv'), 'utf8'), file: 'samples/actors.tsv' };
const { reports } = JSON.parse(readFileSync(resolve(samples, 'reports.json'), 'utf8')) as {
  reports: { file: string }[];
};

let store: Store;
beforeAll(async () => {
  store = await openStore(':memory:');
  for (const { file, ...about } of reports)
    await store.add([readDocument(readFileSync(resolve(samples, file)), about, actors)], NOW);
  const { items } = await ask(desk, {});
  const [flagged] = items.filter(({ kind }: { kind: string }) => kind === 'figure');
  const [alike] = items.filter(({ kind }: { kind: string }) => kind === 'event');
  const decided = { by: 'ada', why: null, at: NOW };
  await store.decide({ targets: [flagged?.id as string], detail: { act: 'accept' }, ...decided });
  if (alike?.merge)
    await store.decide({
      targets: [alike.merge.from],
      detail: { act: 'link', to: alike.merge.into, relation: 'apart' },
      ...decided,
    });
});
afterAll(() => store.close());

// biome-ignore lint/suspicious/noExplicitAny: what each operation gives is compared whole
async function ask(one: Operation<any, any>, input: object): Promise<any> {
  return one.run(one.input.parse(input), { store: async () => store, now: () => NOW });
}

/** Fullest name in any report, or the name that the record settled on: both are right, and only ids are compared. */
const unnamed = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value) => (key === 'name' && typeof value === 'string' ? '' : value));

describe('from rows as from all readings', () => {
  const asked: [string, Operation<never, never>, object][] = [
    ['all incidents', incidents, { limit: 1000 }],
    ['a page of them', incidents, { limit: 3 }],
    ['those of a type', incidents, { type: 'ASSAULT' }],
    ['those of a party', incidents, { actor: 'dorv' }],
    ['those of a place', incidents, { place: 'averin' }],
    ['those in some words', incidents, { words: 'Terminal' }],
    ['those of some days', incidents, { from: '2026-03-05', to: '2026-03-12' }],
    ['those with a flag', incidents, { flag: 'disjoint' }],
    ['those of several reports', incidents, { reports: 2 }],
    ['under the rules of a profile', incidents, { profile: 'acled', limit: 1000 }],
    ['those of none', incidents, { words: '100%' }],
    ['flags', flags, {}],
    ['one kind of flag', flags, { name: 'copy' }],
    ['figures', figures, {}],
    ['figures of a measure, by somebody', figures, { measure: 'killed', by: 'mayor', profile: 'acled,ucdp' }],
    ['figures of a place', figures, { place: 'averin', limit: 1 }],
    ['meetings', meetings, {}],
    ['commitments', commitments, {}],
    ['the Desk', desk, {}],
    ['a page of the Desk', desk, { limit: 4 }],
    ['one kind on the Desk', desk, { flag: 'same' }],
    ['statements', says, { limit: 1000 }],
    ['those of somebody on a topic', says, { speaker: 'varga', about: 'talks, truce' }],
    ['those who reject one', says, { about: 'truce (Dorvania, Kestria)', stance: 'rejects' }],
    ['issues', issues, { limit: 1000 }],
  ] as never;
  it.each(asked)('%s', async (_, one, input) => {
    const rows = await ask(one, input);
    expect(unnamed(rows)).toEqual(unnamed(await ask(one, { ...input, asOf: NOW })));
  });

  it('each incident, and why it is one', async () => {
    const { incidents: all } = await ask(incidents, { limit: 1000 });
    expect(all.length).toBeGreaterThan(10);
    for (const { id } of all)
      for (const one of [incident, why] as never[])
        expect(unnamed(await ask(one, { id }))).toEqual(unnamed(await ask(one, { id, asOf: NOW })));
    const short = all[0].id.replace(/^(ir[0-9a-f]{8})[0-9a-f]+/, '$1');
    expect((await ask(incident, { id: short })).incident.id).toBe(all[0].id);
    await expect(ask(incident, { id: 'ir00000000.e1-2' })).rejects.toThrow('no incident');
    await expect(ask(incident, { id: 'i' })).rejects.toThrow('give more of it');
  });

  it('page by page all of them once', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await ask(incidents, { limit: 4, ...(after === undefined ? {} : { after }) });
      seen.push(...page.incidents.map(({ id }: { id: string }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual((await ask(incidents, { limit: 1000 })).incidents.map(({ id }: { id: string }) => id));
    await expect(ask(incidents, { after: 'nothing' })).rejects.toThrow('no cursor');
  });

  it('tells what a report says against facts of the user’s own', async () => {
    const facts =
      '# source: ours\n# columns: name\tnouns\tabout\tbegan\tended\nthe war\twar,conflict\t-\t1999-01-01\t-\n';
    const found = await ask(flags, { facts });
    expect(unnamed(found)).toEqual(unnamed(await ask(flags, { facts, asOf: NOW })));
  });

  it('statements after each change, as if all were read anew', async () => {
    const same = async () => {
      for (const [one, input] of [
        [says, { limit: 1000 }],
        [issues, { limit: 1000 }],
      ] as const)
        expect(unnamed(await ask(one, input))).toEqual(unnamed(await ask(one, { ...input, asOf: NOW })));
    };
    const by = { by: 'ada', why: null, at: NOW };
    const { said } = await ask(says, { limit: 1000 });
    const speaker = said.find(({ speaker: name }: { speaker: string | null }) => name !== null);
    const rejected = await store.decide({ targets: [said[0].id], detail: { act: 'reject' }, ...by });
    expect((await ask(says, {})).total).toBe(said.length - 1);
    await same();
    await store.decide({
      targets: [said[1].id],
      detail: { act: 'edit', field: 'speaker', value: 'person:petra-salo' },
      ...by,
    });
    expect(
      (await ask(says, { speaker: 'Petra Salo', limit: 1000 })).said.map(({ id }: { id: string }) => id),
    ).toContain(said[1].id);
    await same();
    await store.undo([rejected.id], by);
    await same();
    const later = {
      title: 'One more',
      source: 'Harbour Post',
      published: '2026-03-25',
      type: 'text/plain',
    };
    await store.add(
      [readDocument(Buffer.from('“We will sign the truce,” President Ilse Varga said on Monday.'), later, actors)],
      NOW,
    );
    expect((await ask(says, {})).total).toBe(said.length + 1);
    await same();
    expect(speaker).toBeDefined();
  });
});
