// Events against PLV, IndiaPoliceEvents, NGEC stories, case2021 and WikiEvents, and how long they take.
import { parse } from '../src/grammar/parse.ts';
import type { Parsed } from '../src/grammar/parsed.ts';
import { findActors } from '../src/mentions/actors/find-actors.ts';
import { codeBetween } from '../src/mentions/events/code-between.ts';
import { EVENT_TYPES } from '../src/mentions/events/event.ts';
import { findEvents } from '../src/mentions/events/find-events.ts';
import { findFigures } from '../src/mentions/figures/find-figures.ts';
import { findPlaces } from '../src/mentions/places/find-places.ts';
import { findStatements } from '../src/mentions/statements/find-statements.ts';
import { findTimes } from '../src/mentions/times/find-times.ts';
import { read } from '../src/reading/read.ts';
import type { Reading } from '../src/reading/schema.ts';
import { readReport } from '../src/report/read-report.ts';
import { readText } from '../src/text/read-text.ts';
import { readMaybeGzipped } from '../train/treebanks.ts';
import type { Bench, BenchContext } from './bench.ts';
import { foundingReport, markedReports } from './marked-reports.ts';
import { rows } from './rows.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}
interface PlvRow {
  readonly doc: string;
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly root: string;
}

/** What only the forces of order do, whether they are named or not. */
const POLICING: ReadonlySet<string> = new Set([
  'COERCE/curfew',
  'COERCE/martial-law',
  'ASSAULT/crowd-control',
  'MOBILIZE/police',
]);
/** Words that somebody died. */
const DEAD = /\b(?:kill(?:ed|ing|s)?|shot dead|died?|deaths?|dead|lost (?:his|her|their) li[fv]es?|succumbed)\b/i;
const QUADS = [
  ['AGREE', 'CONSULT', 'SUPPORT'], ['AID', 'COOPERATE', 'YIELD'], ['ACCUSE', 'REJECT', 'REQUEST', 'THREATEN'],
  ['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST', 'SANCTION'],
] as const; // biome-ignore format: one table
const ROOTS: readonly string[] = QUADS.flat().sort();
const quadOf = (root: string) => QUADS.findIndex((quad) => (quad as readonly string[]).includes(root)) + 1;
const rootOf = (type: string) => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type);
/** The corpus's label of a CAMEO code: its labels are CAMEO's roots. */
const BY_CAMEO: Readonly<Record<string, string>> = {
  '03': 'AGREE', '04': 'CONSULT', '05': 'SUPPORT', '06': 'COOPERATE', '07': 'AID', '08': 'YIELD', '09': 'ACCUSE', '10': 'REQUEST', '11': 'ACCUSE', '12': 'REJECT',
  '13': 'THREATEN', '14': 'PROTEST', '15': 'MOBILIZE', '16': 'SANCTION', '17': 'COERCE', '18': 'ASSAULT', '19': 'ASSAULT', '20': 'ASSAULT',
}; // biome-ignore format: one table
const percent = (value: number) => (100 * value).toFixed(1);

/** The event of a reading that stands for the marked pair, as the corpus's shared scorer takes it; null for none. */
function taken(row: PlvRow, reading: Reading): { type: string; rank: number } | null {
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const hits = (ids: readonly string[], spans: readonly Span[]) =>
    ids.some((id) => actors.get(id)?.mentions.some((m) => spans.some((g) => m.start < g.end && m.end > g.start)));
  let best: { type: string; rank: number; key: readonly number[] } | null = null;
  reading.events.forEach((event, index) => {
    const as = hits(event.actors, row.source);
    const rt = hits(event.recipients, row.target);
    const at = hits(event.actors, row.target);
    const rs = hits(event.recipients, row.source);
    const both = (as && rt) || (as && at && event.recipients.length === 0);
    const rank = both ? 4 : at && rs ? 3 : as || rt ? 2 : at || rs ? 1 : 0;
    const key = [rank, event.status === 'asserted' ? 1 : 0, -index];
    const better =
      !best || key.some((one, i) => one > (best?.key[i] ?? 0) && key.slice(0, i).every((x, k) => x === best?.key[k]));
    if (better) best = { type: rootOf(event.type), rank, key };
  });
  return best;
}

interface Rate {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}
function rate(pairs: readonly (readonly [gold: string, read: string])[], label: string): Rate {
  let right = 0;
  let read = 0;
  let gold = 0;
  for (const [g, r] of pairs) {
    if (g === label) gold++;
    if (r === label) read++;
    if (g === label && r === label) right++;
  }
  const precision = read ? right / read : 0;
  const recall = gold ? right / gold : 0;
  return { precision, recall, f1: right ? (2 * right) / (read + gold) : 0, gold };
}
const macro = (pairs: readonly (readonly [string, string])[], labels: readonly string[]) => {
  const present = labels.map((label) => rate(pairs, label)).filter(({ gold }) => gold > 0);
  return present.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, present.length);
};

function plv(context: BenchContext): string {
  const gold = rows<PlvRow>(readMaybeGzipped(context.need('events/plv.train.jsonl.gz')));
  const pairs: [string, string][] = [];
  const given: [string, string][] = [];
  const byCode: [string, string][] = [];
  let both = 0;
  let rightOfBoth = 0;
  for (const row of gold) {
    const one = taken(row, read(row.text, { type: 'text/plain' }));
    pairs.push([row.root, one?.type ?? 'none']);
    const between = codeBetween(parse(readText(readReport(row.text, { type: 'text/plain' }))), row.source, row.target);
    given.push([row.root, between ? rootOf(between.type) : 'none']);
    byCode.push([row.root, between ? (BY_CAMEO[between.cameo.slice(0, 2)] ?? 'none') : 'none']);
    if (one?.rank === 4) {
      both++;
      if (one.type === row.root) rightOfBoth++;
    }
  }
  const quads = pairs.map(([g, r]) => [String(quadOf(g)), String(quadOf(r))] as const);
  const givenQuads = given.map(([g, r]) => [String(quadOf(g)), String(quadOf(r))] as const);
  const lines = [
    `### PLV: the type of a marked pair's event\n\nPLV's training half, ${gold.length} sentences, never trained on; rules were mended by the errors of its odd rows. Arguments given (\`codeBetween\`, told the words of both parties and nothing else): root macro-F1 over 15 labels **${percent(macro(given, ROOTS))}** (target 85), quad macro-F1 **${percent(macro(givenQuads, ['1', '2', '3', '4']))}** (target 92), an event in ${percent(given.filter(([, r]) => r !== 'none').length / given.length)} %. Read off the CAMEO code of the same event in place of its PLOVER type: root ${percent(macro(byCode, ROOTS))}, quad ${percent(
      macro(
        byCode.map(([g, r]) => [String(quadOf(g)), String(quadOf(r))] as const),
        ['1', '2', '3', '4'],
      ),
    )}.\n\nArguments not given, the sentence read like any report; of each the event whose parties meet the marked spans, else any. Root macro-F1 over 15 labels **${percent(macro(pairs, ROOTS))}** (target 85), quad macro-F1 **${percent(macro(quads, ['1', '2', '3', '4']))}** (target 92). An event in ${percent(pairs.filter(([, r]) => r !== 'none').length / pairs.length)} % of the sentences, both parties found in ${percent(both / pairs.length)} %, right there ${percent(rightOfBoth / Math.max(1, both))} %.\n\nPublished on the other half, arguments given: dictionary coder 46.3 / 51.8, GPT-4 61.5 / 76.7, NLI 82.4 / 89.6, supervised ConfliBERT 86.7 / 96.3. Its labels follow CAMEO's roots where Recount follows the PLOVER codebook: convictions (SANCTION here, ACCUSE there), promised releases and withdrawals (CONCEDE here, AGREE there), cyber attacks, blockades and towns taken (COERCE here, ASSAULT there), arrest warrants (THREATEN here, COERCE there), calls for sanctions and boycotts announced (ACCUSE and REJECT here, THREATEN there), what two agree on (AGREE here, SUPPORT there), homes demolished (ASSAULT here, COERCE there); by one reader’s count 58 of the 174 sentences that were read otherwise with the arguments given when this was written. The tables are those of the plain reading.\n`,
    '| root | gold | precision | recall | F1 |\n|---|---|---|---|---|',
    ...ROOTS.map((label) => {
      const { precision, recall, f1, gold: n } = rate(pairs, label);
      return `| ${label} | ${n} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`;
    }),
    `\nGold in rows, read in columns (none = no event):\n\n| | ${[...ROOTS, 'none'].map((one) => one.slice(0, 4).toLowerCase()).join(' | ')} |\n|---|${[...ROOTS, 'none'].map(() => '---|').join('')}`,
    ...ROOTS.map(
      (g) =>
        `| ${g} | ${[...ROOTS, 'none'].map((r) => pairs.filter(([a, b]) => a === g && b === r).length || '').join(' | ')} |`,
    ),
  ];
  return lines.join('\n');
}

function india(context: BenchContext): string {
  interface Row {
    readonly text: string;
    readonly published: string;
    readonly sentences: readonly (Span & { readonly labels: readonly string[] })[];
  }
  const LABELS = ['KILL', 'ARREST', 'ANY'] as const;
  const count = new Map<string, [right: number, read: number, gold: number]>(LABELS.map((label) => [label, [0, 0, 0]]));
  const examples: string[] = [];
  for (const row of rows<Row>(readMaybeGzipped(context.need('events/indiapolice.dev.jsonl.gz')))) {
    const reading = read(row.text, { type: 'text/plain', published: row.published });
    const shift = row.text.indexOf(reading.report.text.slice(0, 40));
    // the labels count every force of order: police, paramilitaries, troops sent against riots
    const forces = reading.actors.filter(({ sector }) => sector !== null && ['COP', 'MIL', 'PRM'].includes(sector));
    const police = new Set(forces.map(({ id }) => id));
    const named = forces.filter(({ sector }) => sector === 'COP').flatMap(({ mentions }) => mentions);
    for (const sentence of row.sentences) {
      const inside = (span: Span) => span.start + shift >= sentence.start && span.start + shift < sentence.end;
      const told = new Set<string>();
      for (const event of reading.events) {
        if (event.status !== 'asserted' && event.status !== 'historical') continue;
        if (![event.trigger, ...event.mentions].some(inside)) continue;
        const acting = event.actors.some((id) => police.has(id));
        // nobody arrests but by the police, whoever is said to have done it; who else kills is no deed of theirs
        if (event.type === 'COERCE' && event.mode === 'arrest') told.add('ARREST').add('ANY');
        if (POLICING.has(`${event.type}/${event.mode}`)) told.add('ANY');
        if (!acting) continue;
        told.add('ANY');
        const killed = event.figures.some((id) => {
          const figure = reading.figures.find((one) => one.id === id);
          return figure?.measure === 'killed' && inside(figure.span);
        });
        // somebody died of it: a figure of the dead, or the words of its clause or its sentence's other clauses
        const words = row.text.slice(sentence.start, sentence.end);
        if (
          event.type === 'ASSAULT' &&
          (killed || (inside(event.evidence) && DEAD.test(event.evidence.text)) || DEAD.test(words))
        )
          told.add('KILL');
      }
      // any action: they are spoken of as doing, saying or being told something
      if (named.some(inside)) told.add('ANY');
      for (const label of LABELS) {
        const one = count.get(label) as [number, number, number];
        const gold = sentence.labels.includes(label);
        if (gold) one[2]++;
        if (told.has(label)) one[1]++;
        if (gold && told.has(label)) one[0]++;
        if (
          context.options['errors'] !== undefined &&
          gold !== told.has(label) &&
          examples.length < Number(context.options['errors'])
        )
          examples.push(
            `${gold ? 'missed' : 'false'} ${label}: ${row.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`,
          );
      }
    }
  }
  for (const one of examples) context.say(one);
  const table = LABELS.map((label) => {
    const [right, told, gold] = count.get(label) as [number, number, number];
    const p = told ? right / told : 0;
    const r = gold ? right / gold : 0;
    return `| ${label} | ${gold} | ${percent(p)} | ${percent(r)} | ${percent(right ? (2 * right) / (told + gold) : 0)} |`;
  });
  return `### IndiaPoliceEvents: what the police did\n\nSentences of 610 newspaper articles of 2002, mostly in small letters; nothing trained on them. Target .80. KILL: an ASSAULT by police or troops whose figures or sentence tell of dead (a figure counts in the sentence where it stands); ARREST: an arrest, whoever is said to have made it; ANY: an arrest, a curfew, crowd control or police moved, any other event with police or troops acting, or any mention of the police, as the labels count whatever police do, say or are told, which is more than events; a curfew that is told without those who imposed it counts here and mostly not there.\n\n| label | gold | precision | recall | F1 |\n|---|---|---|---|---|\n${table.join('\n')}`;
}

function ngec(context: BenchContext): string {
  const stories = rows<{ text: string; type: string }>(
    readMaybeGzipped(context.need('events/ngec-synthetic.jsonl.gz')),
  );
  const every = Math.max(1, Math.floor(stories.length / 450));
  const byType = new Map<string, [found: number, gold: number]>();
  let events = 0;
  let n = 0;
  let found = 0;
  for (let i = 0; i < stories.length; i += every) {
    const story = stories[i] as (typeof stories)[number];
    const reading = read(story.text, { type: 'text/plain' });
    n++;
    events += reading.events.length;
    const has = reading.events.some(({ type }) => type === story.type);
    if (has) found++;
    const one = byType.get(story.type) ?? [0, 0];
    byType.set(story.type, [one[0] + Number(has), one[1] + 1]);
  }
  const types = EVENT_TYPES.filter((type) => byType.has(type)).map((type) => {
    const [right, gold] = byType.get(type) as [number, number];
    return `${type} ${percent(right / gold)}`;
  });
  return `### NGEC's made-up stories\n\nEvery ${every}th of ${stories.length} stories (${n}): the labelled type is among the story's events in **${percent(found / n)} %** (target 70 %), at **${(events / n).toFixed(2)}** events a story (target at most 3). By type: ${types.join(', ')}. The labels are what a machine was asked to write about, not what it wrote: of 108 misses of another tenth, read by hand and sorted by one reader, 71 tell of the labelled type nowhere, 14 tell of it in words that the codebook gives to another type, and 23 tell of it plainly.`;
}

function case2021(context: BenchContext): string {
  const list = rows<{ text: string; type: string }>(readMaybeGzipped(context.need('events/case2021.jsonl.gz')));
  const disasters = list.filter(({ type }) => /DISASTER/.test(type));
  const others = list.filter(({ type }) => !/DISASTER|OTHER/.test(type));
  const events = (texts: readonly { text: string }[]) =>
    texts.map(({ text }) => read(text, { type: 'text/plain' }).events.length);
  const alarms = events(disasters).reduce((sum, one) => sum + one, 0);
  const some = events(others).filter((one) => one > 0).length;
  return `### case2021\n\nDisasters (${disasters.length} snippets that tell of no conflict): ${alarms} events. Conflict snippets (${others.length}): at least one event in ${percent(some / Math.max(1, others.length))} %.`;
}

/** What no program measures: rows on real news that one reader judged. */
const byEye = (): string =>
  `### Real news, row by row

Judged by one reader, not by this bench, on seeded samples of real reports (agencies, newspapers, local news, army and government statements, Wikinews, accounts of the war in Syria). A row is right where its type, its status and both its parties are, and it is told once; rows on business, courts and celebrities that are no events of the codebook are wrong. First round, two samples of 28 reports: on the one that was then worked on 43 % of 121 rows were right before and 55 % of 119 after; on the one first looked at afterwards 52.6 % of 133 before and 54.8 % of 135 after. Second round (dealings of firms, accidents, laws, questions, headlines and what is told again), two samples of 43 reports, each judged when first looked at and by a stricter hand: 39.1 % of 110 rows before and 40.4 % of 104 after on the first, 50.5 % of 107 before and 55.6 % of 99 after on the second, together 44.7 % of 217 and 47.8 % of 203 (97 right rows both times: what went are wrong ones). Third round (ordinary politics of one land, one crime told along a report, tolls of a war, what speakers wish, rows with nobody in them), rows of both readers shown mixed, by a stricter hand again, three samples of about 40 to 50 reports, the first taken midway: 37.8 % of 82 rows before and 41.3 % of 75 after, 50.0 % of 126 and 57.0 % of 114, 30.5 % of 59 and 31.0 % of 58 (a sample of small news), together 41.9 % of 267 and 46.2 % of 247 (112 and 114 right rows). Of the 49 wrong rows left on the second 21 lack or mistake a party, 14 are no event and 14 tell an event twice.

### Real news, marked beforehand

Three readers marked every event of 54 real reports (Wikinews, agencies of 1998 and 1999, the war in Syria, bombings; 325 events that count) before any of them was read by the program; each third has since been worked on, so that these are figures of what was mended. About ten marks were put right afterwards. Scored like the seed.

| of 325 | found | … and type | … and parties | … and status |
|---|---|---|---|---|
| before: precision / recall / F1 | 92.3 / 59.1 / 72.0 | 90.9 / 58.2 / 70.9 | 67.8 / 43.4 / 52.9 | 62.0 / 39.7 / 48.4 |
| after the first round | 96.3 / 64.6 / 77.3 | 94.5 / 63.4 / 75.9 | 78.4 / 52.6 / 63.0 | 72.9 / 48.9 / 58.6 |
| after the second | 95.5 / 72.6 / 82.5 | 94.3 / 71.7 / 81.5 | 75.3 / 57.2 / 65.0 | 72.1 / 54.8 / 62.2 |
| in the third | 95.6 / 73.5 / 83.1 | 94.4 / 72.6 / 82.1 | 74.8 / 57.5 / 65.0 | 71.6 / 55.1 / 62.3 |
| with trees by a network | 93.6 / 76.3 / 84.1 | 92.1 / 75.1 / 82.7 | 75.1 / 61.2 / 67.5 | 72.1 / 58.8 / 64.7 |
| after a round for parties | 93.6 / 76.9 / 84.5 | 92.1 / 75.7 / 83.1 | 75.3 / 61.8 / 67.9 | 72.3 / 59.4 / 65.2 |
| after a round with sentences of our own | 93.7 / 77.2 / 84.7 | 92.2 / 76.0 / 83.3 | 75.0 / 61.8 / 67.8 | 72.0 / 59.4 / 65.1 |

Twenty other reports (85 events that count) were marked by one reader the same way before the second round and looked at by nobody until the third, in which each miss among them was studied; from then on they tell of what was mended.

| of 85 | found | … and type | … and parties | … and status |
|---|---|---|---|---|
| before the second round, and after it | 89.5 / 60.0 / 71.8 | 89.5 / 60.0 / 71.8 | 61.4 / 41.2 / 49.3 | 59.6 / 40.0 / 47.9 |
| after they were studied | 90.3 / 65.9 / 76.2 | 90.3 / 65.9 / 76.2 | 59.7 / 43.5 / 50.3 | 58.1 / 42.4 / 49.0 |
| with trees by a network, and after a round for parties | 86.8 / 69.4 / 77.1 | 86.8 / 69.4 / 77.1 | 61.8 / 49.4 / 54.9 | 58.8 / 47.1 / 52.3 |

Twenty more (91 events that count; chosen by title and a fixed draw from the same sources) were marked by one reader before the program read them, at the start of the third round; they were held out in their place until a later round.

| of 91 | found | … and type | … and parties | … and status |
|---|---|---|---|---|
| at first | 91.4 / 58.2 / 71.1 | 89.7 / 57.1 / 69.8 | 62.1 / 39.6 / 48.3 | 56.9 / 36.3 / 44.3 |
| in the third round | 91.4 / 58.2 / 71.1 | 89.7 / 57.1 / 69.8 | 62.1 / 39.6 / 48.3 | 58.6 / 37.4 / 45.6 |
| with trees by a network | 93.4 / 62.6 / 75.0 | 90.2 / 60.4 / 72.4 | 67.2 / 45.1 / 53.9 | 62.3 / 41.8 / 50.0 |
| after a round for parties | 93.5 / 63.7 / 75.8 | 91.9 / 62.6 / 74.5 | 71.0 / 48.4 / 57.5 | 66.1 / 45.1 / 53.6 |
| after a round with sentences of our own | 93.7 / 64.8 / 76.6 | 92.1 / 63.7 / 75.3 | 71.4 / 49.5 / 58.4 | 66.7 / 46.2 / 54.5 |

That round read whole reports of the same sources for faults, and at least three of the twenty were among them, so that they are held out no longer. Those three rose from F1 86.7 to 90.3 (found) and from 46.7 to 58.1 (parties); of the other seventeen as many are found as before (72.1), with parties 57.4 (55.7 before) and all 52.5 (50.8).

Twenty-four more (71 events that count; local news, US politics, short agency pieces and bombings, drawn by a fixed rule from sources that nobody reads for faults) were marked by one reader before the program read them; they are held out, and only their totals are known. Four marks were put right after one look (found 64.9 and parties 36.8 before that). What is missed is mostly the procedure of police and courts, the quarrels of one land's politics and violence told in passing.

| of 71 | found | … and type | … and parties | … and status |
|---|---|---|---|---|
| at first | 88.1 / 52.1 / 65.5 | 83.3 / 49.3 / 61.9 | 54.8 / 32.4 / 40.7 | 52.4 / 31.0 / 38.9 |
| after a round with sentences of our own and fresh reports of the same sources | 90.2 / 52.1 / 66.1 | 85.4 / 49.3 / 62.5 | 56.1 / 32.4 / 41.1 | 53.7 / 31.0 / 39.3 |

So expect of a new report of war or diplomacy what the seventeen show (six in ten events, nine in ten of what is told an event, two thirds with all parties right), and of local and domestic news what the twenty-four show: half of the events, nine in ten of what is told an event, hardly more than half with all parties right. Each round of rules mended the reports that it worked on (in the second their recall rose from 60.8 to 66.7 and from 52.7 to 70.5 %) and next to nothing of those held out: what is missing is a long tail, and a wording that is mended in one report seldom stands in the next. Better trees did help those held out.`;

function wikiEvents(context: BenchContext): string {
  interface Row {
    readonly text: string;
    readonly events: readonly { readonly type: string; readonly trigger: Span }[];
  }
  let gold = 0;
  let found = 0;
  for (const row of rows<Row>(readMaybeGzipped(context.need('events/wikievents.dev.jsonl.gz')))) {
    const reading = read(row.text, { type: 'text/plain' });
    const shift = row.text.indexOf(reading.report.text.slice(0, 40));
    const spans = reading.events
      .filter(({ type }) => type === 'ASSAULT')
      .flatMap((event) => [event.trigger, event.evidence, ...event.mentions]);
    for (const { type, trigger } of row.events) {
      if (!type.startsWith('Conflict.Attack')) continue;
      gold++;
      if (spans.some((span) => span.start + shift < trigger.end && span.end + shift > trigger.start)) found++;
    }
  }
  return `### WikiEvents\n\nTriggers of Conflict.Attack that lie in an ASSAULT's words or clause: ${percent(found / gold)} % of ${gold}.`;
}

/** Rounds of a measurement of speed. */
const ROUNDS = 16;

function speed(context: BenchContext): string {
  const reports = rows<{ text: string; published?: string }>(readMaybeGzipped(context.need('texts/wikinews.jsonl.gz')));
  const texts = reports.map(({ text }) => text);
  const parsed: Parsed[] = texts.map((text) => parse(readText(readReport(text, { type: 'text/plain' }))));
  const around = parsed.map((one) => {
    const cast = findActors(one);
    return {
      cast, statements: findStatements(one, cast), figures: findFigures(one), times: findTimes(one), places: findPlaces(one, cast),
    }; // biome-ignore format: one record
  });
  const sentences = parsed.reduce((sum, one) => sum + one.text.sentences.length, 0);
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  // V8 goes on compiling for some ten rounds: the least of six measured that, and not the coder
  const cpu = (work: () => void) => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < ROUNDS; i++) {
      const before = process.cpuUsage();
      work();
      const { user } = process.cpuUsage(before);
      best = Math.min(best, user / 1e6);
    }
    return best;
  };
  const coder = cpu(() => {
    // copies without what the first run left behind
    parsed.forEach((one, i) => {
      findEvents({ ...one }, around[i] as (typeof around)[number]);
    });
  });
  const whole = cpu(() => {
    for (const text of texts) read(text, { type: 'text/plain' });
  });
  return `### Speed\n\nProcessor time on one core over ${texts.length} Wikinews reports (${sentences} sentences, ${words} words), the least of ${ROUNDS} rounds (V8 goes on compiling for some ten; cards before 2026-11-29 had the least of six): the coder alone, its input given, ${Math.round(sentences / coder).toLocaleString('en')} sentences a second (target 20,000); a whole read ${Math.round(words / 500 / whole)} reports of 500 words a second (target 150).`;
}

export const bench: Bench = {
  name: 'events',
  title: 'Events',
  card: 'accuracy',
  async run(context) {
    const only = context.options['part'];
    const parts: Readonly<Record<string, (context: BenchContext) => string | Promise<string>>> = {
      seed: foundingReport,
      plv,
      india,
      ngec,
      case2021,
      wikiEvents,
      marked: markedReports,
      byEye,
      speed,
    };
    const sections: string[] = [];
    for (const [name, part] of Object.entries(parts))
      if (only === undefined || name === only) sections.push(await part(context));
    return sections.filter(Boolean).join('\n\n');
  },
};
