// An event's words with the report's places and times in; the one place and the one time that belong to it out.

import type { Span } from '../../report/span.ts';
import { firstNot } from '../../text/first-from.ts';
import { NOUN, NUM, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { FoundPlaces } from '../places/place.ts';
import type { FoundTimes } from '../times/time.ts';
import { clauseSpan } from './clause-span.ts';
import type { Draft } from './draft.ts';
import type { RoleReader } from './roles.ts';

/** Prepositions that say where something is. */
const AT: ReadonlySet<string> = new Set([
  'in', 'at', 'near', 'inside', 'outside', 'across', 'around', 'over', 'throughout', 'within', 'on', 'along', 'off', 'into', 'toward', 'towards', 'outskirts',
]); // biome-ignore format: one table
/** Types whose words are said rather than done: whom they are about is no place of theirs. */
const SAID: ReadonlySet<string> = new Set([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'SANCTION',
]);
const CLAUSES: ReadonlySet<number> = new Set([
  REL.ccomp,
  REL.xcomp,
  REL.advcl,
  REL.acl,
  REL['acl:relcl'],
  REL.parataxis,
]);
/** Superlatives, after which a year is what something is compared in: "the deadliest attack this year". */
/** How a word before a noun hangs from it. */
const PRENOMINAL: ReadonlySet<number> = new Set([REL.nummod, REL.compound, REL.amod]);
const SUPERLATIVE = /\b(?:most|largest|biggest|worst|deadliest|(?:the|its|'s|’s) first|heaviest|only|latest|\w+est)\b/i;
const SINCE = /\bsince\s$/i;
const GOING: ReadonlySet<string> = new Set(['travel', 'fly', 'go', 'head', 'trip', 'journey', 'return']);
const LED: ReadonlySet<string> = new Set(['led', 'headed', 'chaired', 'accompanied', 'including']);
const WHERE: ReadonlySet<string> = new Set(['where']);
/** What leads the words for something else than what the verb tells. */
const BEFORE: ReadonlySet<string> = new Set(['after', 'before', 'following', 'since', 'until']);
/** What happens once, and what happens in it. */
const OCCASION =
  /^(?:wars?|conflict|invasion|revolution|coup|uprising|revolt|intifada|elections?|campaign|convention|primar(?:y|ies)|referendum|crisis|famine|genocide|massacre|attacks?|bombings?|siege|occupation|unrest|riots?|protests?|offensive|earthquake|hurricane|games|olympics|marathon|summit)$/;
const WAR = /^(?:wars?|conflict|invasion|revolution)$/;
const DURING: ReadonlySet<string> = new Set(['during', 'in', 'at', 'amid', 'before']);
/** What comes long after what it answers. */
const ANSWERED: ReadonlySet<string> = new Set(['ACCUSE', 'COERCE', 'SANCTION', 'CONCEDE', 'RETREAT', 'REQUEST']);
const WHEN: ReadonlySet<string> = new Set(['when']);
/** How far up the tree a place or a time looks for its event. */
const STEPS = 12;

/** Looks places and times up for the events of one text. */
/** Parts of a year: "the summer of 1998". */
const TIMES =
  /^(?:spring|summer|autumn|fall|winter|beginning|start|end|middle|half|quarter|months?|weeks?|days?|january|february|march|april|may|june|july|august|september|october|november|december|elections?|events?|crisis|disaster|vote)$/;

export class Whither {
  readonly #view: TokenView;
  readonly #roles: RoleReader;
  readonly #places: FoundPlaces;
  readonly #times: FoundTimes;
  /** Whether a token names an event. */
  readonly #isTrigger: Uint8Array;
  readonly #drafts = new Map<number, Draft>();

  constructor(view: TokenView, roles: RoleReader, drafts: readonly Draft[], places: FoundPlaces, times: FoundTimes) {
    this.#view = view;
    this.#roles = roles;
    this.#places = places;
    this.#times = times;
    this.#isTrigger = new Uint8Array(view.length);
    for (const draft of drafts) {
      this.#isTrigger[draft.coded.trigger] = 1;
      this.#drafts.set(draft.coded.trigger, draft);
    }
  }

  /** Index of the place mention that the words of an event, or of its other wordings, put it at; -1 for none. */
  placeMention(draft: Draft, evidence: Span): number {
    const { mentions, places } = this.#places;
    const found = this.#orWordings(draft, evidence, (one, words) => this.#place(one, words));
    if (found < 0 || draft.others.length === 0) return found;
    if (places[mentions[found]?.value.place ?? -1]?.precision !== 'country') return found;
    // "bomb kills nine in Chad", then "in the town of Velmar": what says more of it
    const { country } = places[mentions[found]?.value.place ?? -1] ?? {};
    return this.#orWordings(
      draft,
      evidence,
      (one, words) => {
        const at = this.#place(one, words);
        const place = places[mentions[at]?.value.place ?? -1];
        return place && place.country === country && place.precision !== 'country' ? at : -1;
      },
      found,
    );
  }

  /** Index of the time mention in the words of an event, or of its other wordings; -1 for none. */
  timeMention(draft: Draft, evidence: Span): number {
    return this.#orWordings(draft, evidence, (one, words) =>
      this.#time(this.#view.start[one.coded.trigger] ?? 0, words, one),
    );
  }

  #orWordings(draft: Draft, evidence: Span, find: (draft: Draft, evidence: Span) => number, none = -1): number {
    const own = find(draft, evidence);
    if (own >= 0) return own;
    for (const token of draft.others) {
      const other = this.#drafts.get(token);
      if (!other) continue;
      const found = find(other, clauseSpan(other.coded.clause, token, this.#view, this.#roles));
      if (found >= 0) return found;
    }
    return none;
  }

  #place(draft: Draft, evidence: Span): number {
    const { mentions, places } = this.#places;
    const trigger = this.#view.start[draft.coded.trigger] ?? 0;
    let best = -1;
    let distance = Number.POSITIVE_INFINITY;
    for (let i = firstAfter(mentions, evidence.start); i < mentions.length; i++) {
      const { span, head, value } = mentions[i] as (typeof mentions)[number];
      if (span.start >= evidence.end) break;
      const suffers = !SAID.has(draft.code.type) && this.#isPatient(head, draft);
      // "outside U.S. embassies": whose they are, not where
      const link = this.#view.relation[head];
      const owner = places[value.place]?.precision === 'country' && (link === REL.compound || link === REL.amod);
      const reached = this.#roles.caseOf(head) === 'to' && this.#goes(draft);
      if (!suffers && !reached && (owner || !this.#isAt(head))) continue;
      if (!suffers && !this.#belongs(head, draft)) continue;
      // a town says more than its country, and what stands behind the trigger belongs to it
      const precision = places[value.place]?.precision;
      const away =
        Math.abs(span.start - trigger) +
        (span.start < trigger ? 60 : 0) +
        (precision === 'country' || precision === 'region' ? 200 : precision === 'province' ? 40 : 0);
      if (away < distance) {
        distance = away;
        best = i;
      }
    }
    if (best >= 0) return best;
    const described = this.#described(draft);
    return described >= 0 ? described : this.#opening(draft);
  }

  /** Index of the time mention within the words given that stands nearest to an offset; -1 for none. */
  timeWithin(offset: number, evidence: Span): number {
    return this.#time(offset, evidence, null);
  }

  /** "During the 1967 war", "the 1980 convention, when": index of the time mention that dates the occasion on which an event fell; -1 for none. */
  occasionTime({ coded: { clause, trigger }, code }: Draft, evidence: Span): number {
    const { mentions } = this.#times;
    const { lower, head, start } = this.#view;
    const when = this.#roles.markOf(clause, WHEN);
    const told = when > 1 && lower[when - 1] === ',' && OCCASION.test(lower[when - 2] ?? '') ? when - 2 : -1;
    for (let i = firstAfter(mentions, told < 0 ? evidence.start : (start[told] ?? 0) - 40); i < mentions.length; i++) {
      const { span, head: year, value } = mentions[i] as (typeof mentions)[number];
      if (span.start >= evidence.end) return -1;
      const noun = value.type === 'DATE' ? this.#nounAbove(year) : -1;
      if (noun < 0 || !OCCASION.test(lower[noun] ?? '')) continue;
      if (noun === told) return i;
      const led = this.#roles.caseOf(noun);
      // "was charged in the 1998 bombing": with it
      // "seized it in the 1967 war"
      const taken = code.mode === 'seize' && WAR.test(lower[noun] ?? '');
      if (!DURING.has(led) || (ANSWERED.has(code.type) && led !== 'during' && !taken)) continue;
      const up = head[noun] ?? -1;
      // "during the 1967 war Velmar took the hill", with the war taken for a part of the name
      if (up === clause || up === trigger || (up > noun && head[up] === clause)) return i;
    }
    return -1;
  }

  #time(trigger: number, evidence: Span, draft: Draft | null): number {
    const { mentions } = this.#times;
    let best = -1;
    let distance = Number.POSITIVE_INFINITY;
    for (let i = firstAfter(mentions, evidence.start); i < mentions.length; i++) {
      const { span, head, value } = mentions[i] as (typeof mentions)[number];
      if (span.start >= evidence.end && !(draft && this.#isSetOff(head, span.start) && this.#isBehind(head, draft)))
        break;
      if (value.type !== 'DATE' && value.type !== 'TIME') continue;
      // "to mark last year's protests": the time of those
      const { relation, head: up } = this.#view;
      if (relation[head] === REL['nmod:poss'] && up[head] !== draft?.coded.trigger) continue;
      // "sued over its 2018 Act": the time of the act
      const above = draft ? this.#nounAbove(head) : -1;
      if (draft && above >= 0 && above !== draft.coded.trigger && !this.#isCarriedOut(above, draft)) continue;
      // "denounced it as a relic of 1945": the year of the relic
      if (draft && value.value.length === 4 && this.#isOfAnother(head, draft)) continue;
      if (draft && this.#isTermTo(head, draft)) continue;
      // "more than 20 strikes since September": on no day of that month alone
      if (draft && SINCE.test(this.#view.text.slice(Math.max(0, span.start - 7), span.start))) continue;
      if (value.value.length === 4 && SUPERLATIVE.test(this.#view.text.slice(evidence.start, span.start))) continue;
      if (draft && !this.#belongs(head, draft, this.#isSetOff(head, span.start))) continue;
      const away = Math.min(Math.abs(span.start - trigger), Math.abs(span.end - trigger));
      if (away < distance) {
        distance = away;
        best = i;
      }
    }
    return best;
  }

  /** "Detained until Friday", "talks put off to Monday": the day on which it ends, or to which it is moved. */
  #isTermTo(day: number, { code }: Draft): boolean {
    const led = this.#roles.caseOf(day);
    return led === 'until' || led === 'till' || (led === 'to' && code.type === 'REJECT' && code.mode === 'meet');
  }

  /** "A relic of 1945", "the victims of 2011": a year behind "of" is that of the noun before it, where that tells of no occasion. */
  #isOfAnother(year: number, { coded: { trigger } }: Draft): boolean {
    const { head, relation, lower, upos } = this.#view;
    const noun = head[year] ?? -1;
    if (lower[year - 1] !== 'of' || relation[year] !== REL.nmod || noun !== year - 2 || upos[noun] !== NOUN)
      return false;
    return noun !== trigger && !TIMES.test(lower[noun] ?? '') && !OCCASION.test(lower[noun] ?? '');
  }

  /** "Led the 1992 protests": the year of the deed that a verb carries. */
  #isCarriedOut(noun: number, { coded: { trigger, entry }, code }: Draft): boolean {
    const { clauses, parsed } = this.#roles;
    if ((code.type !== 'PROTEST' && code.type !== 'ASSAULT') || entry.type !== code.type) return false;
    return clauses.object[trigger] === noun && entry.words.endsWith(` ${parsed.words.lemma(noun)}`);
  }

  /** The noun behind a word that stands before it: "treaty" of "the 1979 Dorva peace treaty"; -1 for none. */
  #nounAbove(word: number): number {
    const { relation, head, lower } = this.#view;
    let at = word;
    for (let steps = 0; steps < 5 && PRENOMINAL.has(relation[at] ?? 0) && (head[at] ?? -1) > at; steps++) {
      at = head[at] as number;
      // "Dorva–Velmar peace treaty", with the first land taken for where it ends
      if (lower[at + 1] === '–' || lower[at + 1] === '-') at += 2;
    }
    return at === word ? -1 : at;
  }

  /** "Will travel to Islamabad": where somebody goes is where it is to be. */
  #goes({ coded: { clause, trigger } }: Draft): boolean {
    const { words } = this.#roles.parsed;
    return GOING.has(words.lemma(clause)) || GOING.has(words.lemma(trigger));
  }

  /** "In Kharkiv, where a drone struck a house": the place that a clause with "where" describes. */
  #described({ coded: { clause } }: Draft): number {
    const { relation, head, start } = this.#view;
    const place = head[clause] ?? -1;
    if (place < 0 || relation[clause] !== REL['acl:relcl'] || !this.#roles.isLedBy(clause, REL.advmod, WHERE))
      return -1;
    const { mentions } = this.#places;
    const i = firstAfter(mentions, start[place] ?? 0);
    return mentions[i]?.head === place ? i : -1;
  }

  /** "In Kabul, officials said a bomb killed nine": where a sentence opens, for what is told in it. */
  #opening({ coded, code }: Draft): number {
    const view = this.#view;
    if (SAID.has(code.type)) return -1;
    const { sentence, head, relation, lower } = view;
    const at = coded.clause;
    const above = head[at] ?? -1;
    if (above < 0 || relation[at] !== REL.ccomp || view.upos[above] !== VERB) return -1;
    let first = at;
    while (first > 0 && sentence[first - 1] === sentence[at]) first--;
    const { mentions } = this.#places;
    const i = firstAfter(mentions, view.start[first] ?? 0);
    const mention = mentions[i];
    if (!mention || !AT.has(lower[first] ?? '') || mention.head > first + 5) return -1;
    for (let word = mention.head + 1; word <= mention.head + 5 && word < at; word++) if (lower[word] === ',') return i;
    return -1;
  }

  /** "Shelled the port city of Velmar": the place that an event is done to. */
  #isPatient(place: number, { coded: { patients } }: Draft): boolean {
    const { head, relation } = this.#view;
    let at = place;
    for (let steps = 0; steps < 4 && at >= 0; steps++) {
      if (patients.includes(at)) return true;
      const link = relation[at];
      const led = this.#roles.caseOf(at);
      if (led !== '' && led !== 'of' && !AT.has(led)) return false;
      if (link !== REL.nmod && link !== REL.compound && link !== REL.appos && link !== REL.flat && link !== REL['nmod:poss'] && link !== REL.conj) return false;
      at = head[at] ?? -1;
    }
    return false;
  } // biome-ignore format: one list

  /** Whether a preposition of place leads the phrase that a name stands in: "in the Syrian city of Idlib", "in Chad's north". */
  #isAt(place: number): boolean {
    const { head, relation, upos } = this.#view;
    let at = place;
    for (let steps = 0; steps < 5 && at >= 0; steps++) {
      const led = this.#roles.caseOf(at);
      if (AT.has(led)) return true;
      if (led !== '' && led !== 'of' && led !== "'s" && led !== '’s' && led !== "'" && led !== '’') return false;
      const link = relation[at];
      if (
        link !== REL.nmod && link !== REL.compound && link !== REL.appos && link !== REL['nmod:poss'] && link !== REL.flat &&
        link !== REL.amod && link !== REL.conj
      )
        return false; // biome-ignore format: one list
      at = head[at] ?? -1;
      if (at >= 0 && upos[at] !== NOUN && upos[at] !== PROPN && upos[at] !== NUM) return false;
      // "the people of Idlib in ..." leads elsewhere
      if (at >= 0 && this.#isTrigger[at] === 1) return false;
    }
    return false;
  }

  /** "Was convicted of fraud, stemming from his years as mayor, in 2011": between commas or at the end, a day goes with the main clause. */
  #isSetOff(time: number, start: number): boolean {
    const { lower, start: starts, sentence, upos, length } = this.#view;
    let first = time;
    while (first > 0 && (starts[first] ?? 0) > start) first--;
    const led = lower[first - 1] === 'in' || lower[first - 1] === 'on' ? first - 1 : first;
    if (led === first || lower[led - 1] !== ',' || sentence[led - 1] !== sentence[first]) return false;
    let next = time + 1;
    while (next < length && sentence[next] === sentence[time] && upos[next] === NUM) next++;
    return next >= length || sentence[next] !== sentence[time] || lower[next] === '.' || lower[next] === ',';
  }

  /** Whether a word stands in the sentence of an event, behind it. */
  #isBehind(token: number, { coded: { trigger } }: Draft): boolean {
    return token > trigger && this.#view.sentence[token] === this.#view.sentence[trigger];
  }

  /** Whether the way up the tree from a phrase comes to the event before it comes to another one or out of a clause. */
  #belongs(phrase: number, { coded }: Draft, setOff = false): boolean {
    const { head, relation, upos } = this.#view;
    const { trigger, clause, operators } = coded;
    // what governs a noun that names an event says where it was: "the talks took place in Muscat"
    let top = clause;
    for (let steps = 0; steps < 4 && upos[top] !== VERB && (head[top] ?? -1) >= 0; steps++) {
      // "agreed in Doha on a truce after a week of fighting": the fighting was elsewhere, and before
      // "since protests erupted in March": the word goes with the clause
      const acts = relation[top] === REL.nsubj || relation[top] === REL['nsubj:pass'];
      if (upos[top] === NOUN && !acts && BEFORE.has(this.#roles.caseOf(top))) break;
      top = head[top] as number;
    }
    let at = phrase;
    for (let steps = 0; steps < STEPS && at >= 0; steps++) {
      if (at === trigger || at === clause || at === top || operators.includes(at)) return true;
      if (at !== phrase && this.#isTrigger[at] === 1 && !coded.consumed.includes(at)) return false;
      // "met a delegation led by Holt in Cairo"
      const heads = relation[at] === REL.acl && LED.has(this.#view.lower[at] ?? '');
      if (upos[at] === VERB && CLAUSES.has(relation[at] ?? 0) && !heads && !(setOff && relation[at] === REL.advcl))
        return false;
      at = head[at] ?? -1;
    }
    return false;
  }
}

/** Index of the first mention that ends behind an offset; mentions stand in order. */
export const firstAfter = (mentions: readonly { readonly span: Span }[], offset: number): number =>
  firstNot(mentions, ({ span }) => span.end <= offset);
