// An event in, whether it lies a year or more behind its report out: by its own day, that of the clause above, the occasion that it fell on, or the story that its sentence goes on with.
import type { Span } from '../../report/span.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { FoundTimes } from '../times/time.ts';
import { clauseSpan } from './clause-span.ts';
import type { Draft } from './draft.ts';
import type { RoleReader } from './roles.ts';
import type { Whither } from './where.ts';

const DAY_LONG = 86_400_000;
/** Days behind publication from which a dated deed is history, and how many make a year of one that only its year dates. */
const HISTORY = 365;
const YEAR_LONG = 300;
const AFTER: ReadonlySet<string> = new Set(['after']);
const UP_TO_NOW: ReadonlySet<string> = new Set(['have', 'has', "'ve", '’ve', 'is', 'are', "'s", '’s']);
const HELPED: ReadonlySet<string> = new Set([
  'have', 'has', 'had', 'will', 'would', 'may', 'might', 'could', 'can', 'should', 'is', 'are',
]); // biome-ignore format: one table
const WAS: ReadonlySet<string> = new Set(['was', 'were']);
const NOW: ReadonlySet<string> = new Set([
  'now',
  'today',
  'currently',
  'since',
  'still',
  'recently',
  'later',
  'say',
  'says',
  'said',
]);
/** How many sentences a story goes on without another day, and how many letters may stand before the year that opens it. */
const BACK = 1;
const LEAD = 14;
const LONG_AGO = /^(?:many |several |some )?(?:years|decades|generations|centuries) (?:ago|before|earlier)$/i;

export class Former {
  readonly #view: TokenView;
  readonly #roles: RoleReader;
  readonly #whither: Whither;
  readonly #times: FoundTimes;
  readonly #published: string | null;

  constructor(view: TokenView, roles: RoleReader, whither: Whither, times: FoundTimes, published: string | null) {
    this.#view = view;
    this.#roles = roles;
    this.#whither = whither;
    this.#times = times;
    this.#published = published;
  }

  /** Whether it was over a year before the report. `time` is the mention that dates it; null for none. */
  has(draft: Draft, time: number | null, evidence: Span): boolean {
    const { clause, trigger } = draft.coded;
    if (time !== null) return this.#isPast(time) || this.#isLongAgo(time);
    const above = this.#timeAbove(clause, trigger);
    if (above >= 0) return this.#isPast(above) || this.#isLongAgo(above);
    return this.#isPast(this.#whither.occasionTime(draft, evidence)) || this.#goesOn(clause);
  }

  /** "In 2007 rebels took the town. They killed ninety": a clause in the plain past right behind one that a past year opens. */
  #goesOn(clause: number): boolean {
    const { sentence, paragraph, upos, start, end, lower, length } = this.#view;
    if (upos[clause] !== VERB || this.#roles.isLedBy(clause, REL.aux, HELPED)) return false;
    const tag = this.#view.tag(clause);
    if (tag !== 'VBD' && !(tag === 'VBN' && this.#roles.isLedBy(clause, REL['aux:pass'], WAS))) return false;
    let first = clause;
    while (first > 0 && sentence[first - 1] === sentence[clause]) first--;
    for (let at = first; at < length && sentence[at] === sentence[clause]; at++)
      if (NOW.has(lower[at] ?? '')) return false;
    // the last time told of before, which opens its sentence
    const here = end[clause] ?? 0;
    const { mentions } = this.#times;
    let last = -1;
    for (let i = 0; i < mentions.length && (mentions[i]?.span.start ?? 0) < here; i++) last = i;
    while (last >= 0 && mentions[last]?.value.interval === null) last--;
    const mention = mentions[last];
    if (!mention || !this.#isPast(last)) return false;
    const year = mention.head;
    if (paragraph[year] !== paragraph[clause] || sentence[year] === sentence[clause]) return false;
    if ((sentence[clause] ?? 0) - (sentence[year] ?? 0) > BACK) return false;
    let opening = year;
    while (opening > 0 && sentence[opening - 1] === sentence[year]) opening--;
    return (start[opening] ?? 0) + LEAD >= mention.span.start && lower[mention.head + 1] === ',';
  }

  /** Whether a time lies a year behind the report, or is a whole year that was over by then. */
  #isPast(time: number): boolean {
    const interval = this.#times.mentions[time]?.value.interval;
    if (!interval || this.#published === null) return false;
    const end = Date.parse(interval[1].slice(0, 10));
    const ago = (Date.parse(this.#published.slice(0, 10)) - end) / DAY_LONG;
    return ago >= HISTORY || (ago > 0 && (end - Date.parse(interval[0].slice(0, 10))) / DAY_LONG >= YEAR_LONG);
  }

  /** "Years ago", of which nobody knows how many. */
  #isLongAgo(time: number): boolean {
    const mention = this.#times.mentions[time];
    return mention !== undefined && LONG_AGO.test(this.#view.text.slice(mention.span.start, mention.span.end));
  }

  /** "In 2007 they labelled him a terrorist and imposed sanctions": the time of the verb that another is coordinated with; -1 for none. */
  #timeAbove(clause: number, trigger: number): number {
    const { relation, head, start } = this.#view;
    let at = clause;
    for (let steps = 0; steps < 3; steps++) {
      const link = relation[at];
      // "in 1970, after overthrowing his father"; "in 1979 they seized the embassy, taking dozens hostage"
      // "was founded in 2003, after a coalition ousted him": no later than that
      const after = link === REL.advcl && (this.#view.tag(at) === 'VBG' || this.#roles.isLedBy(at, REL.mark, AFTER));
      // "in 2015 they began shelling it", "tried to seize it in 1998": one deed in two verbs
      if (link !== REL.conj && link !== REL.xcomp && !after) return -1;
      const up = head[at] ?? -1;
      // "was founded in 2004 and has endorsed Kern": up to now
      if (up < 0 || this.#isOfNow(at) || (link === REL.xcomp && this.#isOfNow(up))) return -1;
      const span = clauseSpan(up, up, this.#view, this.#roles);
      // "seemed to accept a line that he had rejected in 1988": a day of the clause below is none of the one above
      const end = link === REL.xcomp && up < at ? Math.min(span.end, start[at] ?? 0) : span.end;
      const found = this.#whither.timeWithin(start[trigger] ?? 0, { start: span.start, end });
      // "a 1990s model pulled up and began firing"
      if (found >= 0) return link === REL.xcomp && this.#isPrenominal(found) ? -1 : found;
      at = up;
    }
    return -1;
  }

  #isPrenominal(time: number): boolean {
    const head = this.#times.mentions[time]?.head ?? -1;
    const up = this.#view.head[head] ?? -1;
    return up > head && this.#view.upos[up] !== VERB;
  }

  /** "Has endorsed". */
  #isOfNow(verb: number): boolean {
    return this.#view.upos[verb] === VERB && this.#roles.isLedBy(verb, REL.aux, UP_TO_NOW);
  }
}
