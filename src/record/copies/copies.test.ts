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

  describe('is not a page without its report', () => {
    // what stands around them: nothing in it is said to the reader
    const TIPS =
      'Our walking editor has put together the finest gardens of the old capital, among them the palm house behind the opera, the terraces of the abbey and the rose walk that a retired chemist planted between two railway bridges. Most can be seen in one afternoon, if the tram is running, and tea is served in two of them until the lamps are lit.';
    const POLL = [
      '1. Yes. The bridge toll is an unfair burden on commuters and ought to have gone years ago.',
      '2. Yes. Other towns did away with theirs, and their bridges still stand.',
      '3. No. Without the toll nobody would pay for the paint.',
      '4. Unsure. Both sides have good arguments and bad manners.',
    ].join('\n');
    const MISSING =
      'The page that was asked for cannot be shown at the moment. It may have been moved to the archive, or an editor may have withdrawn it. The desk has been told, and the front page holds whatever was printed since this morning.';

    it.each([
      ['tips for walks', TIPS],
      ['a poll', POLL],
      ['an error', MISSING],
    ])('but only a headline over %s', (_, frame) => {
      const [a, b] = ['Two charged after shelling of Averin harbour', 'Envoy to visit Dorvanian prisoners'];
      expect(copy(text(a as string, frame), text(b as string, frame))).toBeNull();
      expect(copyKind(shinglesOf(frame, a), shinglesOf(frame, b))).toBeNull();
      // a piece of its own beside the frame makes it no copy either
      const teaser = 'An envoy is to visit the prisoners whom Dorvania holds.';
      expect(copy(text(a as string, frame), text(b as string, teaser, frame))).toBeNull();
      expect(shinglesOf('Please try again.', a).hash).not.toBe(shinglesOf('Please try again.', b).hash);
      // a page kept twice, and its next version
      expect(copy(text(a as string, frame), text(a as string, frame))).toBe('exact');
      expect(copy(text(a as string, frame), text(a as string, frame, 'One more line was put below it.'))).toBe('near');
    });

    it('but the report of which its headline speaks is one, whatever the other headline is', () => {
      const report = text('Shelling sets grain store ablaze', BODY[0] as string);
      for (const other of [
        'Envoy to visit Dorvanian prisoners',
        'Where bread is dear',
        'Out of the blue, into the black',
      ])
        expect([copy(report, text(other, BODY[0] as string)), copy(text(other, BODY[0] as string), report)]).toEqual([
          'near',
          'near',
        ]);
    });

    it('but one without a headline, or with one that names too little, may be', () => {
      expect(copy(BODY[5] as string, text('Talks about nothing', BODY[5] as string))).toBe('near');
      expect(copy(text('A word', BODY[5] as string), text('Another one', BODY[5] as string))).toBe('near');
      expect(
        copy(text('By Jana Brandt and Mira Stahl', BODY[5] as string), text('By Oskar Prell', BODY[5] as string)),
      ).toBe('near');
    });

    it('in one sentence by one word, in more by two', () => {
      const sentence = BODY[5] as string;
      expect(
        copy(text('Bread runs short in Velmar province', sentence), text('A long and cold spring ahead', sentence)),
      ).toBe('near');
      const more = BODY.slice(3).join('\n');
      expect(
        copy(text('Bread queues in Velmar province', more), text('Cold spring predicted by farmers', more)),
      ).toBeNull();
      expect(copy(text('Bread ships in Velmar province', more), text('Cold spring predicted by farmers', more))).toBe(
        'near',
      );
    });

    it('by words in any of their forms, and by no number and no outlet', () => {
      const { headline, about } = shinglesOf(
        'Shells fell on nine ships.',
        'Nine hurt as shelling of ships goes on | The Ships',
      );
      expect([headline.length, about.map((shingles) => shingles.length).sort()]).toEqual([4, [0, 0, 1, 1]]); // hurt, goes, ships, shelling
      expect(shinglesOf('Nine ships were seen.', 'Nine hurt today | Ships').headline).toHaveLength(0);
      const long = Array.from(
        { length: 5000 },
        (_, at) => `q${at.toString(26).replace(/\d/g, (digit) => 'rstuvwxyzr'[+digit] as string)}`,
      );
      expect(shinglesOf(whole, long.join(' ')).headline.length).toBeLessThanOrEqual(32);
    });
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
