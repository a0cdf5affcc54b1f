// The actors of a text in, those whom "and" joins as one that "they" may mean out: "Holt and Kern fled. They were arrested."
import type { Entity, RawMention } from '../actors/cast.ts';
import { CCONJ, NOUN, PROPN, REL, type TokenView } from '../actors/token-view.ts';

/** A coordination as one candidate, whose entity is nobody's else. */
export interface Joined {
  readonly mention: RawMention;
  /** The words that are joined, and those of them that are actors already. */
  readonly tokens: readonly number[];
  readonly members: readonly RawMention[];
}

/** Words of one coordination; what is longer is a list, or two sentences that the tree made one. */
const FAR = 30;

/** Who keeps order and who is kept in it: what joins them is that they are against each other. */
const ORDER: ReadonlySet<string | null> = new Set(['COP', 'MIL']);

/** "Dorva and Velmar said they would": whether a subject joins states, of which "they" is settled where events are read. */
export function joinsStates(
  subject: number,
  { relation, head, length, sentence }: TokenView,
  at: (token: number) => Entity | undefined,
): boolean {
  if (subject < 0 || at(subject)?.kind !== 'state') return false;
  for (let i = subject + 1; i < length && i < subject + FAR && sentence[i] === sentence[subject]; i++)
    if (relation[i] === REL.conj && head[i] === subject && at(i) !== undefined) return true;
  return false;
}

/**
 * Coordinations with "and" in order of their last word. `at` tells whose words a token is in. Places, days and things that are
 * joined are no candidates, and neither are states, of which "they" is settled where events are read.
 */
export function joinedActors(view: TokenView, at: (token: number) => RawMention | undefined): Joined[] {
  const { relation, head, upos, lower, length } = view;
  const members = new Map<number, number[]>();
  const marked = new Set<number>();
  for (let i = 0; i < length; i++) {
    const first = head[i] ?? -1;
    if (first < 0) continue;
    if (upos[i] === CCONJ && lower[i] === 'and') {
      const joined = head[i] ?? -1;
      if (relation[joined] === REL.conj) marked.add(head[joined] ?? -1);
    }
    if (relation[i] !== REL.conj || first > i || !isNominal(upos[i]) || !isNominal(upos[first])) continue;
    const list = members.get(first);
    if (list) list.push(i);
    else members.set(first, [first, i]);
  }
  const found: Joined[] = [];
  for (const [first, tokens] of members) {
    if (!marked.has(first)) continue;
    if ((tokens.at(-1) ?? first) - first > FAR) continue;
    const mentions = tokens.map((token) => at(token));
    const known = mentions.filter((mention) => mention !== undefined);
    const entities = [...new Set(known.map(({ entity }) => entity))];
    // of states "they" is settled where events are read
    if (entities.some(({ kind }) => kind === 'state')) continue;
    // "Holt and Kern", of whom nothing is known but their names, may be meant as well; things and places that are joined are not
    if (
      entities.length === 0
        ? relation[first] === REL.nmod ||
          relation[first] === REL.obl ||
          !tokens.every((token) => isCapital(token, view))
        : known.length === mentions.length && entities.length < 2
    )
      continue;
    if (isOpposed(entities) && !MEETING.has(lemmaAbove(first, view))) continue;
    const last = tokens.at(-1) ?? first;
    const entity: Entity = {
      name: entities.map(({ name }) => name).join(' and '),
      kind: 'group',
      country: null,
      sector: null,
      title: null,
      gender: null,
      named: tokens.every((token) => upos[token] === PROPN),
      plural: true,
      roles: [],
    };
    const mention: RawMention = {
      from: mentions[0]?.from ?? first,
      to: Math.max(mentions.at(-1)?.to ?? 0, last + 1),
      head: mentions.at(-1)?.head ?? last,
      entity,
      manner: 'description',
      rule: 'coreference/pronoun',
      why: 'several whom “and” joins',
    };
    found.push({ mention, tokens, members: known });
  }
  return found.sort((a, b) => a.mention.head - b.mention.head);
}

const isNominal = (upos: number | undefined): boolean => upos === NOUN || upos === PROPN;

/** What those do with each other who are against each other. */
const MEETING: ReadonlySet<string> = new Set(['meet', 'talk', 'agree', 'sign', 'negotiate', 'cooperate', 'join']);

const lemmaAbove = (token: number, { head, parsed }: TokenView): string => {
  const verb = head[token] ?? -1;
  return verb < 0 ? '' : parsed.words.lemma(verb);
};

/** "Forest and Kern": a name at the head of a sentence is tagged as the noun it is too. */
const isCapital = (token: number, { text, start, upos }: TokenView): boolean =>
  upos[token] === PROPN || /^\p{Lu}/u.test(text.charAt(start[token] ?? 0));

/** "Protesters and police": which of the two "they" are the words do not tell. */
function isOpposed(entities: readonly Entity[]): boolean {
  const bodies = entities.filter(({ kind }) => kind !== 'person');
  const ordered = bodies.filter(({ sector }) => ORDER.has(sector)).length;
  return ordered > 0 && ordered < bodies.length;
}

/** What police and courts do, and nobody to them. */
const LAW: ReadonlySet<string> = new Set([
  'arrest', 'charge', 'detain', 'jail', 'release', 'free', 'try', 'sentence', 'convict', 'indict', 'acquit', 'imprison', 'execute', 'arraign', 'extradite',
]); // biome-ignore format: one table
const KEEPERS = /\b(?:police|courts?|judges?|prosecutors?|authorities|sheriffs?|tribunals?|jury|juries)$/i;

const SERVICES = /\b(?:office|department|bureau|service|agency|force)$/i;

/** "Police said Holt and Kern robbed a bank. They were arrested": none of those who arrest. */
export function isKeeper(view: TokenView, pronoun: number, { name, kind, sector }: Entity): boolean {
  // "three of them were arrested"
  const up = view.head[pronoun] ?? -1;
  const whom = view.relation[pronoun] === REL.nmod && view.lower[pronoun - 1] === 'of' && up < pronoun ? up : pronoun;
  const relation = view.relation[whom];
  if (relation !== REL.obj && relation !== REL['nsubj:pass']) return false;
  const verb = view.head[whom] ?? -1;
  return (
    verb >= 0 &&
    kind !== 'person' &&
    LAW.has(view.parsed.words.lemma(verb)) &&
    (KEEPERS.test(name) || (sector === 'COP' && SERVICES.test(name)))
  );
}
