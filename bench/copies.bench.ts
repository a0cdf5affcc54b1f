// Copies found among real reports, and among edited copies that this makes of them.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bandsOf } from '../src/record/copies/bands.ts';
import { copyKind, likeness } from '../src/record/copies/compare.ts';
import { type Shingles, shinglesOf } from '../src/record/copies/shingles.ts';
import type { Bench } from './bench.ts';

interface Doc {
  readonly doc: string;
  readonly title?: string | null;
  readonly text: string;
  readonly event?: string;
  readonly incident?: string;
}

/** Reports by band, as the record keeps them. */
class Index {
  readonly #bands = new Map<number, number[]>();
  readonly shingles: Shingles[] = [];
  add(text: string): void {
    const shingles = shinglesOf(text);
    for (const band of bandsOf(shingles)) {
      const list = this.#bands.get(band);
      if (list) list.push(this.shingles.length);
      else this.#bands.set(band, [this.shingles.length]);
    }
    this.shingles.push(shingles);
  }
  /** Reports of which this one is a copy, the likest first. */
  find(shingles: Shingles): number[] {
    const found = new Set<number>();
    for (const band of bandsOf(shingles)) for (const report of this.#bands.get(band) ?? []) found.add(report);
    return [...found]
      .filter((one) => copyKind(shingles, this.shingles[one] as Shingles) !== null)
      .map((one) => ({ one, like: likeness(shingles, this.shingles[one] as Shingles) }))
      .sort((a, b) => b.like.held + b.like.alike - a.like.held - a.like.alike || a.one - b.one)
      .map(({ one }) => one);
  }
}

/** What outlets do to a wire report. The text's first line is its headline. */
const EDITS: readonly [string, (lines: readonly string[], other: readonly string[]) => string[]][] = [
  ['cut to two thirds', (lines) => cut(lines, 2 / 3)],
  ['cut to a third', (lines) => cut(lines, 1 / 3)],
  ['another headline', (lines, other) => [other[0] ?? '', ...lines.slice(1)]],
  [
    'byline, and a line at the end',
    ([first = '', ...rest]) => [
      first,
      'By our own correspondent',
      ...rest,
      'Additional reporting by the newsroom in the capital.',
    ],
  ],
  [
    'one word in twenty changed',
    (lines) => {
      let word = 0;
      return lines.map((line) => line.replace(/\p{L}+/gu, (one) => (++word % 20 === 0 ? 'instead' : one)));
    },
  ],
  ['a paragraph left out', (lines) => (lines.length < 4 ? [...lines] : [...lines.slice(0, 2), ...lines.slice(3)])],
  [
    'another headline, a byline, cut to two thirds',
    (lines, other) => [other[0] ?? '', 'By Our Staff', ...cut(lines, 2 / 3).slice(1)],
  ],
];

/** Headline first, then paragraphs. */
function linesOf({ title, text }: Doc): string[] {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return (lines[0]?.length ?? 0) <= 140
    ? lines
    : [title ?? `${lines[0]?.split(/\s+/).slice(0, 8).join(' ')}`, ...lines];
}

/** The first lines, as many as make a share of the words, and sixty words at least. */
function cut(lines: readonly string[], share: number): string[] {
  const words = (line: string) => line.split(/\s+/).length;
  const wanted = Math.max(60, share * lines.reduce((sum, line) => sum + words(line), 0));
  let have = 0;
  return lines.filter((line, at) => {
    const keep = at < 2 || have < wanted;
    have += words(line);
    return keep;
  });
}
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

export const bench: Bench = {
  name: 'copies',
  title: 'Copies',
  card: 'accuracy',
  async run({ need, say }) {
    const load = (file: string): Doc[] =>
      gunzipSync(readFileSync(need(file)))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Doc);
    const rows: string[] = [];
    let right = 0;
    let all = 0;
    for (const [name, file] of [
      ['ECB+ train', 'links/ecbplus.train.jsonl.gz'],
      ['ECB+ dev', 'links/ecbplus.dev.jsonl.gz'],
      ['GVA', 'figures/gva/reports.jsonl.gz'],
    ] as const) {
      const docs = load(file);
      const index = new Index();
      let good = 0;
      let bad = 0;
      let every = 0;
      let missed = 0;
      for (const { text } of docs) index.add(text);
      for (let b = 0; b < docs.length; b++) {
        const found = new Set(index.find(index.shingles[b] as Shingles));
        for (let a = 0; a < b; a++) {
          const copies = copyKind(index.shingles[a] as Shingles, index.shingles[b] as Shingles) !== null;
          if (copies) every++;
          if (copies && !found.has(a)) missed++;
          if (!found.has(a)) continue;
          if (sameMatter(docs[a] as Doc, docs[b] as Doc)) good++;
          else bad++;
        }
      }
      right += good;
      all += good + bad;
      say(`${name}: ${good} of ${good + bad}`);
      rows.push(
        `| ${name} | ${docs.length} | ${good + bad} | ${percent(good, good + bad)} | ${percent(every - missed, every)} |`,
      );
    }
    const edited: string[] = [];
    let found = 0;
    let made = 0;
    let flagged = 0;
    let rightly = 0;
    const originals = [
      ...load('texts/wikinews.jsonl.gz'),
      ...load('texts/re3d.jsonl.gz'),
      ...load('links/ecbplus.dev.jsonl.gz'),
      ...load('figures/gva/reports.jsonl.gz').slice(0, 1000),
    ].filter((doc) => linesOf(doc).length >= 4 && doc.text.length >= 600);
    const index = new Index();
    for (const { text } of originals) index.add(text);
    // what is alike among the originals themselves is no mistake about a copy of one of them
    const alike = originals.map((_, at) => new Set([at, ...index.find(index.shingles[at] as Shingles)]));
    for (const [name, edit] of EDITS) {
      let hits = 0;
      for (const [at, doc] of originals.entries()) {
        const other = linesOf(originals[(at + 7) % originals.length] as Doc);
        const copies = index.find(shinglesOf(edit(linesOf(doc), other).join('\n')));
        if (copies.includes(at)) hits++;
        flagged += copies.length;
        rightly += copies.filter((one) => alike[at]?.has(one)).length;
      }
      made += originals.length;
      found += hits;
      say(`${name}: ${hits} of ${originals.length}`);
      edited.push(`| ${name} | ${percent(hits, originals.length)} |`);
    }
    // two headlines over the beginning of a third report: what a page shows where its report is missing
    let framed = 0;
    for (const [at, doc] of originals.entries()) {
      const [headline = ''] = linesOf(doc);
      const [another = ''] = linesOf(originals[(at + 7) % originals.length] as Doc);
      const [, ...frame] = cut(linesOf(originals[(at + 500) % originals.length] as Doc), 0);
      const [a, b] = [headline, another].map((one) => shinglesOf([one, ...frame].join('\n'))) as [Shingles, Shingles];
      if (copyKind(a, b) !== null) framed++;
    }
    say(`strangers in one frame: ${framed} of ${originals.length} called copies`);
    return [
      'A report is a copy when six tenths of its shingles (runs of four words of its prose, sentences that are said to the reader left out) and of another’s are the same, or when eight tenths of the shorter’s stand in the longer; not where both have headlines of their own and what they share speaks of neither (two things that a headline names, in a sentence or two one). Candidates come from 40 MinHash bands; a pair is settled by its words.',
      '',
      '**Real reports.** No corpus marks copies, so a pair that is called one counts as right when both report the same event (ECB+), or the same incident or article (GVA); as wrong otherwise. “By bands” is the share of pairs like enough that the bands find.',
      '',
      '| data | reports | pairs called copies | right | by bands |',
      '|---|---|---|---|---|',
      ...rows,
      '',
      `Together ${right} of ${all} (${percent(right, all)}; target .98).`,
      '',
      `**Edited copies.** ${originals.length} reports (Wikinews, re3d, ECB+ dev, GVA; 600 characters and four lines or more), each edited in ${EDITS.length} ways and looked for among all of them. Recall ${percent(found, made)}, precision ${percent(rightly, flagged)} (target .95 and .98).`,
      '',
      '| edit | found |',
      '|---|---|',
      ...edited,
      '',
      `**Strangers in one frame.** The headlines of two reports, each over the same first sixty words or more of a third: of ${originals.length} such pairs ${framed} (${percent(framed, originals.length)}) are called copies, since two words of one of the headlines happen to stand in the third. Harder than pages without a report, whose tips and notices are no news: of those the corpora hold three pairs, and none is called one.`,
    ].join('\n');
  },
};

function sameMatter(a: Doc, b: Doc): boolean {
  const matter = (doc: Doc) => doc.event ?? doc.incident;
  const article = (doc: Doc) => doc.doc.split('-')[2];
  return matter(a) === matter(b) || (article(a) !== undefined && article(a) === article(b));
}
