// Copies: what outlets do to a wire report leaves it a copy; reports of the same day and matter are none.
import { describe, expect, it } from 'vitest';
import { bandsOf } from './bands.ts';
import { copyKind, likeness } from './compare.ts';
import { shinglesOf } from './shingles.ts';

const BODY = [
  'PORT AVERIN, Kestria (Meridian Wire) — Shells fell on the harbour for the third night in a row, and at least nine people were hurt when a grain store caught fire, the harbour master said on Wednesday.',
  'Oskar Prell said that the fire had been put out by four in the morning, and that two of those who were hurt worked on the tugs that had been tied up beside the store since Sunday.',
  '“We had no warning at all,” he said. “The first shell came down between the cranes, and after that nobody counted any more.”',
  'The ministry in Sarnow denied that its guns had fired upon the town, and said that the harbour had been used to bring in weapons under the cover of grain.',
  'A spokesman for the river commission, which has watched the ceasefire since January, said its boats had been kept from the harbour by both sides, and that it would ask again on Friday.',
  'Eleven ships wait outside the bay, among them two that were to bring flour to the islands, where bread has been short since the ferries stopped in the last week of February.',
];
const text = (...lines: string[]) => lines.join('\n');
const copy = (a: string, b: string) => copyKind(shinglesOf(a), shinglesOf(b));
const whole = text('Fire in harbour after third night of shelling', ...BODY);

describe('a copy', () => {
  it.each<[string, string, 'exact' | 'near']>([
    ['printed alike', whole, 'exact'],
    [
      'in capitals, with other marks and spacing',
      whole.toUpperCase().replaceAll('\n', '\n\n  ').replace(/[“”]/g, '"'),
      'exact',
    ],
    ['re-headlined', text('Nine hurt as grain store burns', ...BODY), 'near'],
    [
      'with a byline and a line of thanks',
      text('Fire in harbour', 'By Jana Brandt', ...BODY, 'Mira Stahl in Velmar contributed to this report.'),
      'near',
    ],
    ['cut to its first half', text('Harbour burns', ...BODY.slice(0, 3)), 'near'],
    ['cut to its first two paragraphs', text(...BODY.slice(0, 2)), 'near'],
    ['without its dateline', whole.replace(/^PORT.*?— /m, ''), 'near'],
    ['with one paragraph out of its middle', text(...BODY.slice(0, 2), ...BODY.slice(3)), 'near'],
    [
      'edited in places',
      whole
        .replace('third night in a row', 'third straight night')
        .replace('at least nine', '9')
        .replace('two of those who were hurt', 'two of the injured'),
      'near',
    ],
    [
      'among what a page says to its reader',
      text(
        'Sign in to read more.',
        'You have read all of your free articles this month, please subscribe to go on.',
        ...BODY,
        'Click here for our newsletter.',
      ),
      'near',
    ],
  ])('is what is %s', (_, other, kind) => {
    expect(copy(whole, other)).toBe(kind);
    expect(copy(other, whole)).toBe(kind);
    if (kind === 'near') {
      const bands = new Set(bandsOf(shinglesOf(whole)));
      expect(bandsOf(shinglesOf(other)).some((band) => bands.has(band))).toBe(true);
    }
  });

  it.each<[string, string]>([
    [
      'another report of the same night',
      text(
        'Harbour master counts nine hurt',
        'Nine people were treated for burns in Port Averin after a store of grain caught fire under shellfire on Tuesday night, the third such night this week.',
        'The harbour master, Oskar Prell, told reporters that crews had fought the flames until dawn. He blamed guns on the far bank.',
        'Dorvania’s ministry called the report untrue.',
      ),
    ],
    [
      'a report that quotes a sentence of it',
      text(
        'Commission waits',
        'The river commission waited on Thursday for leave to enter the harbour of Port Averin, four days after its boats were turned back.',
        '“We had no warning at all,” the harbour master said of the shells. “The first shell came down between the cranes, and after that nobody counted any more.”',
        'The commission was set up in January to watch the ceasefire, and has lost two boats since; its chairwoman said that it would not be moved to take sides in a quarrel about who had fired first.',
        'Talks about its mandate begin again next week in Vienna, where both sides have taken rooms in the same hotel.',
      ),
    ],
    ['nothing', ''],
    ['a headline', 'Fire in harbour after third night of shelling'],
  ])('is not %s', (_, other) => expect(copy(whole, other)).toBeNull());

  it('is not another page of the same outlet, much as the two are alike in what they say to the reader', () => {
    const around = (headline: string, body: string) =>
      text(
        headline,
        'Thank you for signing in to your account.',
        'We have sent an email to you; click the link in it to confirm your address.',
        'You may manage your newsletters in the settings of your account at any time.',
        body,
      );
    expect(copy(around('A', BODY.slice(0, 2).join('\n')), around('B', BODY.slice(4).join('\n')))).toBeNull();
  });

  it('is measured by what is shared and what is held', () => {
    const like = likeness(shinglesOf(whole), shinglesOf(text(...BODY.slice(0, 3))));
    expect(like.held).toBe(1);
    expect(like.alike).toBeGreaterThan(0.3);
    expect(like.alike).toBeLessThan(0.6);
    expect(likeness(shinglesOf(''), shinglesOf(''))).toEqual({ alike: 0, held: 0 });
  });

  it('has the same bands each time', () => {
    const bands = bandsOf(shinglesOf(whole));
    expect(bands).toEqual(bandsOf(shinglesOf(whole)));
    expect(bands).toHaveLength(40);
    for (const band of bands) expect(Number.isSafeInteger(band) && band >= 0 && band < 2 ** 48).toBe(true);
    expect(bandsOf(shinglesOf('Too short to tell.'))).toEqual([]);
  });
});
