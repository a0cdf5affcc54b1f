// A country's name in the text in; whether it stands for the government there, or for land and people, out.
import { ADJ, AUX, DET, NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { SPATIAL, type Wording } from './wording.ts';

/** Behind “Ukraine’s”: then the country is where, not whose. */
const GROUND =
  /^(?:north|south|east|west|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|central|capital|city|cities|town|province|provinces|region|regions|border|borders|coast|coastline|territory|waters|airspace|port|ports|village|largest|second|interior|mountains|soil|countryside|islands?|main|coastal|rural)$/;

const DEALT = /^(?:to|for|on|of|from)$/;
/** Nouns whose “to”, “for”, “on” or “of” names the one that is dealt with, not the ground. */
const DEALINGS =
  /^(?:aid|support|supporter|supporters|assistance|help|weapons|arms|loan|loans|message|letter|threat|threats|ally|allies|response|ultimatum|sanctions|sanction|pressure|tariffs|embargo|government|governments|president|presidents|king|minister|ministers|ministry|ambassador|ambassadors|army|armies|forces|leader|leaders|people|peoples|representative|representatives|citizens|behalf|accession|recognition|concessions|guarantees|warning|warnings|envoy|criticism)$/;

/** Prepositions whose object takes part: “talks with Iran”, “an attack by Israel”, “between Russia and Ukraine”. */
const PARTAKES = /^(?:with|by|against|between|versus|v|than|like)$/;

/**
 * It acts as the subject of a verb that only somebody can do, behind “by” and “with”, as the one whom somebody deals
 * with, and where it only says whose something is. In a list the first name decides.
 */
export function actsAsCountry(view: TokenView, from: number, to: number, wording: Wording, listed: boolean): boolean {
  const { lower, relation, head } = view;
  if (/^['’]s?$/.test(lower[to] ?? '')) return !GROUND.test(lower[to + 1] ?? '');
  if (wording.sort !== null || wording.relation !== null || wording.preposition === 'including') return false;
  let top = topOf(view, from, to);
  let own = relation[top];
  const modifies = own === REL.compound || own === REL.amod || own === REL['nmod:poss'] || own === REL.nmod;
  // “in U.S. custody”, “U.S. beef”: it only says whose
  if (modifies && isNoun(view, to)) return !GROUND.test(lower[to] ?? '');
  if (wording.preposition !== '') return DEALT.test(wording.preposition) && isDealtWith(view, from);
  if (listed) return false;
  for (let steps = 0; own === REL.conj && steps < 12 && (head[top] ?? -1) >= 0; steps++) {
    top = head[top] as number;
    own = relation[top];
  }
  const before =
    lower[top - 1] === 'the' || lower[top - 1] === 'both' ? (lower[top - 2] ?? '') : (lower[top - 1] ?? '');
  if (own === REL['obl:agent'] || own === REL['nsubj:pass'] || own === REL.iobj || own === REL.vocative) return true;
  if (own === REL.nsubj || own === REL.csubj) return !isStative(view, top);
  if (PARTAKES.test(before)) return true;
  if (own === REL.obj) return !SPATIAL.test(lower[head[top] ?? -1] ?? '');
  if (own === REL.compound || own === REL.amod || own === REL['nmod:poss']) return true;
  // a verb follows that the parser gave another subject
  return top >= from && (view.upos[to] === VERB || view.upos[to] === AUX);
}

/** The word of a name that hangs from a word outside it. */
function topOf({ head }: TokenView, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const up = head[i] ?? -1;
    if (up < from || up >= to) return i;
  }
  return to - 1;
}

/** “Sweden has 17 dead”, “China is a big country”: land and people, not the government. */
function isStative(view: TokenView, subject: number): boolean {
  const { head, lower, upos } = view;
  const verb = head[subject] ?? -1;
  if (verb < 0) return false;
  if (upos[verb] !== VERB && upos[verb] !== AUX)
    return /^(?:country|countries|nation|state|member|home|producer|exporter|source|neighbou?r|place|territory)$/.test(
      lower[verb] ?? '',
    );
  return /^(?:has|have|had|see|sees|saw|seen|suffer|suffers|suffered|border|borders|bordered|record|records|recorded|experience|experiences|experienced|lie|lies|face|faces|faced|borders|remain|remains|remained)$/.test(
    lower[verb] ?? '',
  );
}

const isNoun = ({ upos, length, sentence }: TokenView, i: number): boolean =>
  i < length && sentence[i] === sentence[i - 1] && (upos[i] === NOUN || upos[i] === PROPN);

/** Whether the words right before the preposition say that somebody deals with it. */
function isDealtWith({ lower, upos, sentence }: TokenView, from: number): boolean {
  let at = from - 1;
  while (at > 0 && sentence[at - 1] === sentence[from] && (upos[at] === DET || upos[at] === ADJ)) at--;
  return at > 0 && sentence[at - 1] === sentence[from] && DEALINGS.test(lower[at - 1] ?? '');
}
