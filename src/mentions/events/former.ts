// An event in, whether it lies a year or more behind its report out: by its own day, that of the clause above, the occasion that it fell on, or the story that its sentence goes on with.
import type { Span } from '../../report/span.ts';
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { FoundTimes } from '../times/time.ts';
import { clauseSpan } from './clause-span.ts';
import type { Draft } from './draft.ts';
import type { RoleReader } from './roles.ts';
import { firstAfter, type Whither } from './where.ts';

const DAY_LONG = 86_400_000;
/** Days behind publication from which a dated deed is history, and how many make a year of one that only its year dates. */
const HISTORY = 365;
const YEAR_LONG = 300;
/** The same where no day of publication is known, behind the last day named, which may be one to come. */
const HISTORY_UNDATED = 730;
const AFTER: ReadonlySet<string> = new Set(['after']);
const PRESENT: ReadonlySet<string> = new Set(['VBZ', 'VBP']);
const WHEN: ReadonlySet<string> = new Set(['when']);
const UP_TO_NOW: ReadonlySet<string> = new Set(['have', 'has', "'ve", '’ve', 'is', 'are', "'s", '’s']);
const HELPED: ReadonlySet<string> = new Set([
  'have', 'has', 'will', 'would', 'may', 'might', 'could', 'can', 'should', 'is', 'are',
]); // biome-ignore format: one table
const WILL: ReadonlySet<string> = new Set(['will', 'would', 'shall']);
const YEARS = /^(?:years|decades?|generations?|centur(?:y|ies))$/;
/** How nouns hang that may have a day of their own. */
const EVENTFUL: ReadonlySet<number> = new Set([REL.nmod, REL.obj, REL.nsubj]);
/** How far below a verb a word is looked for. */
const FAR = 8;
/** How far a day that opens a sentence stands from its start: "In early". */
const OPENS = 9;
const HAD: ReadonlySet<string> = new Set(['had']);
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it']);
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
const BACK = 3;
const LEAD = 14;
/** What a year stands before. */
const DEED =
  /^(?:raid|attack|bombing|strike|airstrike|ambush|coup|uprising|massacre|crackdown|invasion|shooting|operation|battle|siege|genocide|revolution|revolt|protests?|riots?|blast|explosion|offensive|assassination)$/;
/** Behind which a day is that of the crime. */
const CHARGED: ReadonlySet<string> = new Set(['charge', 'accuse', 'suspect', 'convict', 'sentence']);
const LONG_AGO = /^(?:many |several |some )?(?:years|decades|generations|centuries) (?:ago|before|earlier)$/i;

export class Former {
  readonly #view: TokenView;
  readonly #roles: RoleReader;
  readonly #whither: Whither;
  readonly #times: FoundTimes;
  /** Day of the report, or the last day that one without a day of its own names, and how many days behind it are history. */
  readonly #today: number;
  readonly #history: number;

  constructor(view: TokenView, roles: RoleReader, whither: Whither, times: FoundTimes, published: string | null) {
    this.#view = view;
    this.#roles = roles;
    this.#whither = whither;
    this.#times = times;
    this.#today = published === null ? lastDay(times) : Date.parse(published.slice(0, 10));
    this.#history = published === null ? HISTORY_UNDATED : HISTORY;
  }

  /** Whether it was over a year before the report. `time` is the mention that dates it; null for none. */
  has(draft: Draft, time: number | null, evidence: Span): boolean {
    const { clause, trigger } = draft.coded;
    // "would investigate the killing of the judge six years ago"
    if (this.#roles.isLedBy(clause, REL.aux, WILL)) return false;
    if (time !== null) return this.#isPast(time) || this.#isLongAgo(time);
    const above = this.#timeAbove(clause, trigger);
    if (above >= 0) return this.#isPast(above) || this.#isLongAgo(above);
    const when = this.#timeOfWhen(clause);
    if (when >= 0) return this.#isPast(when);
    if (
      this.#isPast(this.#timeOfNouns(draft)) ||
      this.#isPast(this.#timeBelow(draft)) ||
      this.#isPast(this.#timeOver(clause))
    )
      return true;
    if (this.#isYearsBefore(clause) || this.#isOpened(clause) || this.#isDatedBehind(draft)) return true;
    return this.#isPast(this.#whither.occasionTime(draft, evidence)) || this.#goesOn(clause);
  }

  /** "In 2007 rebels took the town. They killed ninety": a clause in the past behind sentences in the past, the first of which a past year dates. */
  #goesOn(clause: number): boolean {
    const { sentence, paragraph, start, end } = this.#view;
    if (!this.#isOfThen(clause)) return false;
    // the last time told of before
    const here = end[clause] ?? 0;
    const { mentions } = this.#times;
    let last = -1;
    for (let i = 0; i < mentions.length && (mentions[i]?.span.start ?? 0) < here; i++) last = i;
    while (last >= 0 && mentions[last]?.value.interval === null) last--;
    const mention = mentions[last];
    if (!mention || !this.#isPast(last)) return false;
    const year = mention.head;
    if (paragraph[year] !== paragraph[clause] || sentence[year] === sentence[clause]) return false;
    const away = (sentence[clause] ?? 0) - (sentence[year] ?? 0);
    if (away > BACK) return false;
    const { firstToken } = this.#view.parsed.text.sentences;
    for (let one = (sentence[year] ?? 0) + 1; one <= (sentence[clause] ?? 0); one++)
      if (this.#tellsOfNow(firstToken[one] ?? 0)) return false;
    for (let one = (sentence[year] ?? 0) + 1; one < (sentence[clause] ?? 0); one++)
      if (!this.#isOfThen(this.#rootOf(firstToken[one] ?? 0))) return false;
    const opening = firstToken[sentence[year] ?? 0] ?? 0;
    if ((start[opening] ?? 0) + LEAD >= mention.span.start && this.#view.lower[year + 1] === ',') return true;
    // "widened them in 2010, when crowds marched. Police detained many"
    if (away === 1 && this.#view.lower[year + 1] === ',' && this.#view.lower[year + 2] === 'when') return true;
    return this.#isDatedBy(this.#rootOf(year), year) && this.#isOfSame(clause);
  }

  /** A verb in the plain past, or with "had". */
  #isOfThen(verb: number): boolean {
    if (verb < 0 || this.#view.upos[verb] !== VERB || this.#roles.isLedBy(verb, REL.aux, HELPED)) return false;
    const tag = this.#view.tag(verb);
    if (tag === 'VBD') return true;
    return (
      tag === 'VBN' && (this.#roles.isLedBy(verb, REL['aux:pass'], WAS) || this.#roles.isLedBy(verb, REL.aux, HAD))
    );
  }

  /** Whether a sentence has a word of what is now, or tells who says it. */
  #tellsOfNow(first: number): boolean {
    const { sentence, lower, length } = this.#view;
    for (let at = first; at < length && sentence[at] === sentence[first]; at++)
      if (NOW.has(lower[at] ?? '')) return true;
    return false;
  }

  #rootOf(token: number): number {
    const { head } = this.#view;
    let at = token;
    while ((head[at] ?? -1) >= 0) at = head[at] as number;
    return at;
  }

  /** "Was jailed in 2007": a main verb in the past with the year of its own. */
  #isDatedBy(root: number, year: number): boolean {
    const { head, relation } = this.#view;
    if (root === year || !this.#isOfThen(root) || (relation[year] !== REL.obl && relation[year] !== REL['obl:tmod']))
      return false;
    return head[year] === root && this.#roles.caseOf(year) !== 'since';
  }

  /** Whether a clause goes on about those just told of, or looks back farther: "he", "they", "had fled". */
  #isOfSame(clause: number): boolean {
    const { subject, passive } = this.#roles.clauses;
    const { lower } = this.#view;
    return (
      [subject[clause], passive[clause]].some((one) => PRONOUNS.has(lower[one ?? -1] ?? '')) ||
      this.#roles.isLedBy(clause, REL.aux, HAD)
    );
  }

  /** Whether a time lies a year behind the report, or is a whole year that was over by then. */
  #isPast(time: number): boolean {
    const interval = this.#times.mentions[time]?.value.interval;
    if (!interval || Number.isNaN(this.#today)) return false;
    const end = Date.parse(interval[1].slice(0, 10));
    const ago = (this.#today - end) / DAY_LONG;
    if (ago >= this.#history) return true;
    const whole = (end - Date.parse(interval[0].slice(0, 10))) / DAY_LONG >= YEAR_LONG;
    return this.#history === HISTORY && ago > 0 && whole;
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
      // "has been free since 1905 but still recognises its king"
      if (link === REL.conj && PRESENT.has(this.#view.tag(at)) && !PRESENT.has(this.#view.tag(up))) return -1;
      const span = clauseSpan(up, up, this.#view, this.#roles);
      // "seemed to accept a line that he had rejected in 1988": a day of the clause below is none of the one above
      const end = link === REL.xcomp && up < at ? Math.min(span.end, start[at] ?? 0) : span.end;
      const found = this.#whither.timeWithin(start[trigger] ?? 0, { start: span.start, end });
      // "a 1990s model pulled up and began firing", "spoke of last century's tyrants and urged them"
      if (found >= 0) return this.#isPrenominal(found) || this.#isOfNounBelow(found, up) ? -1 : found;
      at = up;
    }
    return -1;
  }

  /** "Listed two banks that had paid rebels in 2019, barring them": the year of what is told of the banks. */
  #isOfNounBelow(time: number, verb: number): boolean {
    const { relation, head } = this.#view;
    let at = this.#times.mentions[time]?.head ?? -1;
    for (let steps = 0; steps < FAR && at >= 0 && at !== verb; steps++, at = head[at] ?? -1)
      if (relation[at] === REL.acl || relation[at] === REL['acl:relcl']) return true;
    return false;
  }

  /** "Angered lawyers in 2010 when he criticised the judge": the time right before the "when" of a clause; -1 for none. */
  #timeOfWhen(clause: number): number {
    const { lower, end } = this.#view;
    const when = this.#roles.markOf(clause, WHEN);
    if (when < 1) return -1;
    const last = end[lower[when - 1] === ',' ? when - 2 : when - 1] ?? -1;
    const { mentions } = this.#times;
    return mentions.findLastIndex(({ span }) => span.end === last);
  }

  /** "Was killed in a 2009 raid": the year that stands before a noun for the same deed; -1 for none. */
  #timeOfNouns({ others, coded: { trigger, consumed } }: Draft): number {
    const { upos, start, text, sentence } = this.#view;
    const led = ['in', 'during', 'by'].map((preposition) => this.#roles.obliqueOf(trigger, preposition));
    for (const noun of [
      ...others,
      ...consumed,
      ...led.filter((one) => one >= 0 && DEED.test(this.#view.lower[one] ?? '')),
    ]) {
      if (upos[noun] !== NOUN || sentence[noun] !== sentence[trigger]) continue;
      const year = [noun - 1, noun - 2].find((at) => /^(?:19|20)\d\d$/.test(text.slice(start[at], this.#view.end[at])));
      if (year === undefined) continue;
      const { mentions } = this.#times;
      return mentions.findIndex(({ span }) => span.start === start[year] && span.end === this.#view.end[year]);
    }
    return -1;
  }

  /** "Helped end the war twenty years ago", "was asked in 1997 to join": the time of the infinitive below an event's verb; -1 for none. */
  #timeBelow({ coded: { trigger, consumed } }: Draft): number {
    const open = this.#roles.clauses.open[trigger] ?? -1;
    if (open > trigger && !consumed.includes(open)) {
      const found = this.#timeOf(open);
      if (found >= 0) return found;
    }
    const { upos, relation, head } = this.#view;
    for (const verb of consumed) {
      if (upos[verb] !== VERB || relation[verb] !== REL.xcomp || head[verb] !== trigger) continue;
      const found = this.#timeOf(verb);
      if (found >= 0) return found;
    }
    return -1;
  }

  /** The time that a verb has of its own, under no other verb; -1 for none. */
  #timeOf(verb: number): number {
    const { upos, head, start, lower } = this.#view;
    if (upos[verb] !== VERB) return -1;
    const found = this.#whither.timeWithin(start[verb] ?? 0, clauseSpan(verb, verb, this.#view, this.#roles));
    let at = found < 0 ? -1 : (this.#times.mentions[found]?.head ?? -1);
    if (at < 0 || this.#isPrenominal(found) || this.#roles.caseOf(at) === 'since') return -1;
    for (let steps = 0; steps < 4 && at >= 0; steps++) {
      if (at === verb) return found;
      if (upos[at] === VERB || (upos[at] === NOUN && lower[at] !== 'ago' && EVENTFUL.has(this.#view.relation[at] ?? 0)))
        return -1;
      at = head[at] ?? -1;
    }
    return -1;
  }

  /** "Approved a bill in 2018 legalising it", "voted in 2016 to leave", "in 2014 after the death of a man who was shot": the time of a past verb that a clause hangs below; -1 for none. */
  #timeOver(clause: number): number {
    const { upos, head, relation, lower } = this.#view;
    let at = clause;
    for (let steps = 0; steps < 4; steps++) {
      const link = relation[at];
      if (upos[at] === VERB) {
        if (this.#isOfNow(at)) return -1;
        const bound =
          link === REL.acl ||
          (link === REL.advcl && lower[at - 1] === 'to' && this.#view.tag(at) === 'VB') ||
          ((link === REL.ccomp || link === REL['acl:relcl']) && this.#isOfThen(at) && !this.#isNear(at));
        if (!bound) return -1;
      }
      let up = head[at] ?? -1;
      for (let nouns = 0; nouns < 4 && up >= 0 && upos[up] !== VERB; nouns++) up = head[up] ?? -1;
      if (up < 0 || !this.#isOfThen(up)) return -1;
      const when = this.#timeOfWhen(up);
      if (when >= 0) return when;
      const found = upos[at] === VERB ? this.#timeOf(up) : -1;
      if (found >= 0) return found;
      at = up;
    }
    return -1;
  }

  /** "Who now leads it", "which later freed him". */
  #isNear(verb: number): boolean {
    const { lower, sentence } = this.#view;
    for (let at = verb - 3; at < verb + 4; at++)
      if (sentence[at] === sentence[verb] && NOW.has(lower[at] ?? '') && at !== verb) return true;
    return false;
  }

  /** "Six years after she was freed", "decades after the massacre". */
  #isYearsBefore(clause: number): boolean {
    const { lower, upos } = this.#view;
    const isVerb = upos[clause] === VERB;
    const after = isVerb ? this.#roles.markOf(clause, AFTER) : this.#roles.childBy(clause, REL.case);
    if (after < 1 || lower[after] !== 'after' || !YEARS.test(lower[after - 1] ?? '')) return false;
    return isVerb ? this.#isOfThen(clause) : !this.#roles.isLedBy(this.#rootOf(clause), REL.aux, WILL);
  }

  /** "March 2013: the army enters the town": the day that opens a sentence which has no other. */
  #isOpened(clause: number): boolean {
    const { sentence, start, end } = this.#view;
    const { firstToken, endToken } = this.#view.parsed.text.sentences;
    const here = sentence[clause] ?? 0;
    const from = start[firstToken[here] ?? 0] ?? 0;
    const to = end[(endToken[here] ?? 1) - 1] ?? 0;
    const { mentions } = this.#times;
    let opened = false;
    for (let i = firstAfter(mentions, from); i < mentions.length; i++) {
      const { span, value } = mentions[i] as (typeof mentions)[number];
      if (span.start >= to) break;
      if (value.interval === null) continue;
      if (!this.#isPast(i)) return false;
      opened ||= span.start <= from + OPENS;
    }
    // "In 2014 they took the port, which Velmar claims": of now, where the sentence is told in the past
    const { tag } = this.#view;
    if (opened && PRESENT.has(tag(clause)) && !PRESENT.has(tag(this.#rootOf(clause)))) return false;
    return opened && !this.#isOfNow(clause) && !this.#tellsOfNow(firstToken[here] ?? 0);
  }

  #isPrenominal(time: number): boolean {
    const head = this.#times.mentions[time]?.head ?? -1;
    const up = this.#view.head[head] ?? -1;
    return up > head && this.#view.upos[up] !== VERB;
  }

  /** "Killed nine and took thirty hostages in an attack in 2009": a blow dated only behind the verb that it is joined to. */
  #isDatedBehind({ code, coded: { clause } }: Draft): boolean {
    if (code.type !== 'ASSAULT' || !this.#isOfThen(clause)) return false;
    const { first, next } = this.#roles.children;
    const { relation } = this.#view;
    for (let other = first[clause] as number; other >= 0; other = next[other] as number)
      if (other > clause && relation[other] === REL.conj && this.#isOfThen(other) && (this.#roles.clauses.subject[other] ?? -1) < 0)
        return !CHARGED.has(this.#roles.parsed.words.lemma(other)) && this.#isPast(this.#timeOf(other));
    return false;
  } // biome-ignore format: long conditions

  /** "Has endorsed". */
  #isOfNow(verb: number): boolean {
    return this.#view.upos[verb] === VERB && this.#roles.isLedBy(verb, REL.aux, UP_TO_NOW);
  }
}

/** The last day that a report names; NaN where it names none. */
function lastDay({ mentions }: FoundTimes): number {
  let last = Number.NaN;
  for (const { value, basis } of mentions) {
    if (value.type !== 'DATE' || basis !== 'stated' || !/^\d{4}-\d\d-\d\d$/.test(value.value)) continue;
    const day = Date.parse(value.value);
    if (!(day <= last)) last = day;
  }
  return last;
}
