// The codebook is whole, its page is made from it, and the operation answers for types, codes and contexts.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../src/faces/cli/main.ts';
import { codebook } from '../src/lexicon/codebook.ts';
import { Codebook, pageOf } from '../src/operations/codebook.ts';
import { read } from '../src/reading/read.ts';
import { codebookDoc } from './support/codebook-page.ts';

const book = codebook();
const TYPES =
  'ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION SUPPORT THREATEN';

describe('the codebook', () => {
  it('has sixteen types, 37 contexts and twenty roots of CAMEO', () => {
    expect(book.types.map(({ type }) => type).join(' ')).toBe(TYPES);
    expect(book.contexts).toHaveLength(37);
    expect(book.codes.filter(({ code }) => code.length === 2)).toHaveLength(20);
  });

  it('scores each type on the side of its quad class', () => {
    expect(book.types.filter(({ quad, score }) => score > 0 !== quad.endsWith('cooperation') && score !== 0)).toEqual(
      [],
    );
  });

  it('has the parent of every code', () => {
    const codes = new Set(book.codes.map(({ code }) => code));
    expect(
      book.codes.filter(({ code }) => code.length > 2 && !codes.has(code.slice(0, -1))).map(({ code }) => code),
    ).toEqual([]);
  });

  it('has an example of every type, mode and three-digit code', () => {
    const shown = new Set(
      book.examples.flatMap(({ type, mode, cameo }) => [type, `${type}/${mode}`, cameo.slice(0, 3)]),
    );
    const wanted = [
      ...book.types.map(({ type }) => type),
      ...book.modes.map(({ type, mode }) => `${type}/${mode}`),
      ...book.codes.map(({ code }) => code).filter((code) => code.length === 3),
    ];
    expect(wanted.filter((one) => !shown.has(one))).toEqual([]);
  });

  it('names in its examples only words that stand in them', () => {
    const wrong = book.examples.filter(({ sentence, actors, recipients }) =>
      [...actors, ...recipients].some((words) => !sentence.includes(words)),
    );
    expect(wrong.map(({ sentence }) => sentence)).toEqual([]);
    expect(new Set(book.examples.map(({ sentence }) => sentence)).size).toBe(book.examples.length);
  });

  it('is the page docs/codebook.md; after a change run "npm run snap"', async () => {
    await expect(codebookDoc(book)).toMatchFileSnapshot(join(import.meta.dirname, '../docs/codebook.md'));
  });
});

describe('the examples of the codebook', () => {
  const bare = (words: string) => words.replace(/^the /i, '').toLowerCase();
  it.each(book.examples.filter(({ type }) => type !== null).map((one) => [one.sentence, one] as const))(
    '%s',
    (sentence, { type, mode, status, actors }) => {
      const reading = read(sentence, { type: 'text/plain' });
      const named = (ids: readonly string[]) =>
        reading.actors
          .filter(({ id }) => ids.includes(id))
          .flatMap(({ mentions }) => mentions.map(({ text }) => bare(text)));
      const found = reading.events.filter(
        (event) =>
          event.type === type && (mode === null || event.mode === mode) && (status === null || event.status === status),
      );
      expect(reading.events.map((event) => `${event.type} ${event.mode} ${event.status}`)).toContain(
        found.length > 0 ? `${found[0]?.type} ${found[0]?.mode} ${found[0]?.status}` : `${type} ${mode} ${status}`,
      );
      const who = found.flatMap((event) => named(event.actors));
      for (const actor of actors)
        expect(who.some((one) => one.includes(bare(actor)) || bare(actor).includes(one))).toBe(true);
    },
  );

  it('of what is no event give none', () => {
    const given = book.examples
      .filter(({ type }) => type === null)
      .filter(({ sentence }) => read(sentence, { type: 'text/plain' }).events.length > 0);
    expect(given.map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe('recount codebook', () => {
  it('answers for a type, a code with those below it, and a context', () => {
    const assault = Codebook.parse(pageOf('assault'));
    expect(assault.types.map(({ type }) => type)).toEqual(['ASSAULT']);
    expect(assault.types[0]?.modes.length).toBe(15);
    expect(assault.examples.length).toBeGreaterThan(14);
    expect(assault.examples.every(({ type }) => type === 'ASSAULT')).toBe(true);
    expect(assault.entries.map(({ words }) => words)).toContain('missile strike');
    expect(pageOf('173').entries.every(({ cameo }) => cameo.startsWith('173'))).toBe(true);
    expect(pageOf('173').codes).toEqual([
      { code: '173', goldstein: -5, type: 'COERCE', mode: 'arrest', label: 'Arrests or detains' },
    ]);
    expect(pageOf('19').codes.map(({ code }) => code)).toContain('1952');
    expect(pageOf('human rights').contexts.map(({ context }) => context)).toEqual(['human_rights']);
    expect(pageOf(undefined).types).toHaveLength(16);
    expect(() => pageOf('FIGHT')).toThrow(/has no “FIGHT”/);
  });

  it('prints a page that fits the width', async () => {
    let out = '';
    const output = {
      out: (text: string) => {
        out += text;
      },
      err: () => {},
      width: 80,
      colour: false,
      live: false,
    };
    expect(await main(['codebook', 'COERCE'], output)).toBe(0);
    expect(out).toContain('COERCE  material conflict · score -7');
    expect(out).toMatch(/^ {2}arrest +-7 {2}Arrests/m);
    expect(out).toContain('Police arrested a journalist.');
    expect(out).toMatch(/^WORDS {2}\d+/m);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    out = '';
    expect(await main(['codebook'], output)).toBe(0);
    expect(out).toContain('human_rights');
    expect(out.split('\n').length).toBeLessThan(40);
  });
});
