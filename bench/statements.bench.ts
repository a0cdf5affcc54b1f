// Statements against PolNeAR's attributions, counted as the corpus's shared scorer counts; and how long they take.

import { parse } from '../src/grammar/parse.ts';
import type { Parsed } from '../src/grammar/parsed.ts';
import { findActors } from '../src/mentions/actors/find-actors.ts';
import { findStatements } from '../src/mentions/statements/find-statements.ts';
import type { Statement } from '../src/mentions/statements/statement.ts';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';
import { readMaybeGzipped } from '../train/treebanks.ts';
import type { Bench } from './bench.ts';
import { score, shown } from './score.ts';

type Pair = readonly [number, number];
interface Attribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly form: string;
}
interface Row {
  readonly text: string;
  readonly published?: string;
  readonly attributions: readonly Attribution[];
}

// Verbs and nouns of saying and writing: an attribution whose cue holds none of them wants, hopes or believes.
const SAY = new Set(
  `say tell add write ask note report announce suggest describe tweet argue continue acknowledge explain criticize criticise accuse declare cite recall urge claim respond conclude warn defend praise propose insist
state reply pledge promise reveal question vow predict dismiss reject indicate blame deny admit confirm express mention assure mock identify denounce assert condemn estimate thank charge echo emphasize emphasise stress reiterate concede joke
highlight decry lament complain repeat shout chant remind demand compare request publish quote email post address speak talk discuss comment caution testify allege boast brag contend counter deliver deplore disclose dispute elaborate exclaim forecast
hint inform interject interrupt jest maintain mutter object observe opine plead point proclaim profess pronounce protest quip rant read recite recommend recount refute relate remark retort scold scream signal slam stipulate swear tease tout tweet
utter voice volunteer wonder yell advise affirm agree apologize apologise attest bemoan blast broadcast call claim clarify commend concur cry decline endorse exhort extol fume grumble guarantee hail implore instruct interview invite laud lecture
narrate notify outline phone preach print rail rebuke rebut reckon refer reference refuse renounce ridicule sing sketch stammer stutter summarize summarise summon taunt telephone telegraph transcribe tut underline underscore
unveil welcome whisper`.split(/\s+/),
);
const IRREGULAR: Record<string, string> = {
  said: 'say', says: 'say', saying: 'say', told: 'tell', wrote: 'write', written: 'write', spoke: 'speak', spoken: 'speak', swore: 'swear', sworn: 'swear', sang: 'sing', read: 'read', replied: 'reply', denied: 'deny', testified: 'testify', clarified: 'clarify', specified: 'specify', identified: 'identify', notified: 'notify', cried: 'cry', decried: 'decry', admitted: 'admit', admitting: 'admit', slammed: 'slam', slamming: 'slam', quipped: 'quip', referred: 'refer', referring: 'refer', hinted: 'hint', rebutted: 'rebut', concurred: 'concur', emailed: 'email', bragged: 'brag', bragging: 'brag',
}; // biome-ignore format: one table
const NOUN =
  /\b(?:statements?|remarks?|comments?|tweets?|letters?|interviews?|speech(?:es)?|e-?mails?|posts?|memos?|reports?|testimony|announcements?|claims?|warnings?|promises?|pledges?|calls? for|questions?|criticisms?|accusations?|allegations?|complaints?|denials?|quotes?|messages?|declarations?|op-?ed|editorials?|words)\b/;

function lemma(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular || SAY.has(word)) return irregular ?? word;
  const tries: string[] = [];
  if (/ies$|ied$/.test(word)) tries.push(`${word.slice(0, -3)}y`);
  if (/s$/.test(word)) tries.push(word.slice(0, -1));
  if (/es$|ed$/.test(word)) tries.push(word.slice(0, -2), word.slice(0, -1));
  if (/ing$/.test(word)) tries.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  if (/(.)\1(ed|ing)$/.test(word)) tries.push(word.replace(/(.)\1(ed|ing)$/, '$1'));
  return tries.find((one) => SAY.has(one)) ?? word;
}

function saysOrWrites(cue: string): boolean {
  const c = cue.toLowerCase().trim();
  if (c === '') return false;
  if (
    /^[:—–-]$|^―$/.test(c) ||
    /\b(?:according to|in the words of|put it|went on|made (?:it )?clear|pointed out|on (?:twitter|facebook))\b/.test(c)
  )
    return true;
  return (c.match(/[a-z]+/g) ?? []).some((word) => SAY.has(lemma(word))) || NOUN.test(c);
}

function wordsIn(text: string, spans: readonly Pair[]): Set<number> {
  const found = new Set<number>();
  const word = /[A-Za-z0-9$%’']+/g;
  for (const [start, end] of spans) {
    word.lastIndex = start;
    for (let m = word.exec(text); m && m.index < end; m = word.exec(text)) found.add(m.index);
  }
  return found;
}
const joined = (text: string, spans: readonly Pair[]) => spans.map(([start, end]) => text.slice(start, end)).join(' ');
const plain = (text: string, spans: readonly Pair[]) =>
  joined(text, spans)
    .replace(/[^A-Za-z0-9 ]+/g, ' ')
    .replace(/^\s*that\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
const shared = (a: ReadonlySet<number>, b: ReadonlySet<number>) => {
  let n = 0;
  for (const one of a) if (b.has(one)) n++;
  return n;
};

interface Counts {
  gold: number;
  read: number;
  matched: number;
  exact: number;
  sources: number;
  overlap: number;
  both: number;
  goldWords: number;
  readWords: number;
  rightWords: number;
  direct: [found: number, withSource: number, gold: number];
}
const none = (): Counts => ({
  gold: 0,
  read: 0,
  matched: 0,
  exact: 0,
  sources: 0,
  overlap: 0,
  both: 0,
  goldWords: 0,
  readWords: 0,
  rightWords: 0,
  direct: [0, 0, 0],
});

function count(
  row: Row,
  shift: number,
  statements: readonly Statement[],
  total: Counts,
  errors: Map<string, number>,
  onlySpeech: boolean,
): void {
  const { text } = row;
  const move = ({ start, end }: { start: number; end: number }): Pair => [start + shift, end + shift];
  const read = statements.map((statement) => {
    const content = statement.content.map(move);
    return {
      statement,
      words: wordsIn(text, content),
      key: plain(text, content),
      source: statement.speakerSpan ? plain(text, [move(statement.speakerSpan)]) : '',
    };
  });
  const gold = row.attributions.map((one) => ({
    one,
    words: wordsIn(text, one.content),
    key: plain(text, one.content),
    speech: saysOrWrites(joined(text, one.cue)),
  }));
  const pairs: [iou: number, gold: number, read: number][] = [];
  gold.forEach((g, gi) => {
    read.forEach((r, ri) => {
      const n = shared(g.words, r.words);
      const iou = n / (g.words.size + r.words.size - n);
      if (n > 0 && iou >= 0.5) pairs.push([iou, gi, ri]);
    });
  });
  const of = new Map<number, number>();
  const by = new Map<number, number>();
  for (const [, gi, ri] of pairs.sort((a, b) => b[0] - a[0])) {
    if (of.has(gi) || by.has(ri)) continue;
    of.set(gi, ri);
    by.set(ri, gi);
  }
  const exactUsed = new Set<number>();
  const exact = new Set<number>();
  gold.forEach((g, gi) => {
    const ri = read.findIndex((r, i) => !exactUsed.has(i) && r.key === g.key && shared(g.words, r.words) > 0);
    if (ri < 0) return;
    exactUsed.add(ri);
    exact.add(gi);
  });
  const wanted = (g: (typeof gold)[number]) => !onlySpeech || g.speech;
  const other = new Set(onlySpeech ? gold.filter((g) => !g.speech).flatMap((g) => [...g.words]) : []);
  const skipped = new Set<number>();
  if (onlySpeech) {
    read.forEach((r, ri) => {
      const gi = by.get(ri);
      if (gi !== undefined ? !gold[gi]?.speech : r.words.size > 0 && shared(r.words, other) >= 0.5 * r.words.size)
        skipped.add(ri);
    });
  }
  total.read += read.length - skipped.size;
  const goldWords = new Set(gold.filter(wanted).flatMap((g) => [...g.words]));
  const readWords = new Set<number>();
  for (const r of read) for (const word of r.words) if (goldWords.has(word) || !other.has(word)) readWords.add(word);
  total.goldWords += goldWords.size;
  total.readWords += readWords.size;
  total.rightWords += shared(readWords, goldWords);
  gold.forEach((g, gi) => {
    if (!wanted(g)) return;
    total.gold++;
    if (exact.has(gi)) total.exact++;
    if (g.one.form === 'direct') total.direct[2]++;
    const ri = of.get(gi);
    const r = ri === undefined ? undefined : read[ri];
    if (!r) {
      const cue = joined(text, g.one.cue).toLowerCase();
      const touched = read.some((x) => shared(x.words, g.words) > 0);
      const kind = `${touched ? 'words drawn otherwise' : 'not found'}: ${/\b(?:sa(?:y|id|ys|ying)|told|tells?)\b/.test(cue) ? 'said, told' : g.one.form === 'direct' ? 'a quotation' : 'another cue'}`;
      errors.set(kind, (errors.get(kind) ?? 0) + 1);
      return;
    }
    total.matched++;
    if (g.one.form === 'direct') total.direct[0]++;
    if (g.one.source.length === 0) {
      if (r.source === '') total.both++;
      return;
    }
    total.sources++;
    const a = plain(text, g.one.source);
    const b = r.source;
    if (b !== '' && (a === b || a.split(' ').at(-1) === b.split(' ').at(-1) || b.includes(a) || a.includes(b))) {
      total.overlap++;
      total.both++;
      if (g.one.form === 'direct') total.direct[1]++;
    } else errors.set('the speaker', (errors.get('the speaker') ?? 0) + 1);
  });
  read.forEach((_, ri) => {
    if (!by.has(ri) && !skipped.has(ri)) errors.set('nobody marked it', (errors.get('nobody marked it') ?? 0) + 1);
  });
}

export const bench: Bench = {
  name: 'statements',
  title: 'Statements: who said what',
  card: 'accuracy',
  async run({ need, options, say }) {
    const file = options['file'] ?? need('quotes/polnear.dev.jsonl.gz');
    const rows = readMaybeGzipped(file)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Row);
    const speech = none();
    const all = none();
    const errors = new Map<string, number>();
    const parsed: Parsed[] = [];
    let words = 0;
    for (const row of rows) {
      const report = readReport(row.text, row.published ? { published: row.published } : {});
      const one = parse(readText(report));
      parsed.push(one);
      words += one.text.tokens.length;
      const shift = Math.max(0, row.text.indexOf(report.text));
      const statements = findStatements(one, findActors(one)).statements.map((mention) => mention.value);
      count(row, shift, statements, speech, errors, true);
      count(row, shift, statements, all, new Map(), false);
    }
    say(`${rows.length} articles, ${words} words`);
    // Fresh views each time, so that what is kept for a text does not make it look faster.
    const times: number[] = [];
    for (let run = -3; run < 7; run++) {
      const fresh = parsed.map((one) => ({ ...one }));
      const started = process.cpuUsage();
      for (const one of fresh) findStatements(one, findActors(one));
      const { user, system } = process.cpuUsage(started);
      if (run >= 0) times.push(((user + system) / 1000 / words) * 500);
    }
    const iou = (c: Counts) => shown(score(c.matched, c.read, c.gold));
    const line = (what: string, c: Counts) =>
      `| ${what} | ${c.gold} | ${c.read} | ${iou(c)} | ${shown(score(c.exact, c.read, c.gold))} | ${shown(score(c.rightWords, c.readWords, c.goldWords))} | ${((100 * c.overlap) / Math.max(1, c.sources)).toFixed(2)} | ${shown(score(c.both, c.read, c.gold))} |`;
    const [found, withSource, direct] = speech.direct;
    return [
      `PolNeAR, ${options['file'] ? 'the file given' : 'development part'} (${rows.length} US political articles). Precision / recall / **F1**. Content counts as found when it shares half of all words with the marked one; speakers overlap when one holds the other or both end in the same word. *Speech* leaves out what people want, hope and believe. Two quotations around “he said.” are one attribution there and one statement here.`,
      '',
      '| attributions | marked | read | content | exact | words | speaker, given the content | content and speaker |',
      '|---|---|---|---|---|---|---|---|',
      line('speech and writing', speech),
      line('all', all),
      '',
      `Direct quotations: content found for ${((100 * found) / Math.max(1, direct)).toFixed(1)} % of ${direct}, with the right speaker for ${((100 * withSource) / Math.max(1, direct)).toFixed(1)} %. Targets: content 80, words 86, speaker 94, direct 92. Simple cue-verb rules reach content 50.8, words 69.1, speaker 88.0 on the same part.`,
      '',
      `Commonest kinds of error (speech): ${[...errors]
        .sort((a, b) => b[1] - a[1])
        .map(([kind, n]) => `${kind} ${n}`)
        .join('; ')}.`,
      '',
      `Time: ${Math.min(...times).toFixed(2)} ms of processor time for 500 parsed words, actors and statements together (best of 7 runs over all articles; target 0.6).`,
    ].join('\n');
  },
};
