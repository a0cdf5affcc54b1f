// A noun for help in, the token of those whom it reached out: "Dorvanian aid arrived in Velmar", "relief flights landed in Velmar".
import { NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

/** How help gets to a place: by which preposition it is led, '' for an object. */
const ARRIVING: Readonly<Record<string, readonly string[]>> = {
  arrive: ['in', 'at'], reach: [''], enter: ['', 'into'], land: ['in', 'at'], flow: ['to', 'into'], come: ['to', 'into'], get: ['to', 'into'], go: ['to', 'into'],
  pour: ['into'], head: ['to', 'for'], roll: ['into'], cross: ['into'], help: [''], dock: ['in', 'at'], drive: ['into'], pull: ['into'],
}; // biome-ignore format: one table

/** Those whom the help that a noun names came to by the verb that it is the subject of; -1 for nobody. */
export function arrivedAt(match: Matcher, noun: number): number {
  const { view, roles, kinds } = match;
  const borne = bearerOf(match, noun);
  const come = borne < 0 ? noun : borne;
  // behind a participle trees lose the verb: the first that gets somewhere
  const near = borne < 0 ? -1 : gettingThere(noun, match);
  const subject = near >= 0 || view.relation[come] === REL.nsubj || view.relation[come] === REL['nsubj:pass'];
  const verb = near >= 0 ? near : subject ? (view.head[come] ?? -1) : -1;
  // "flights landed": taken for a participle without an auxiliary
  if (verb < 0 || view.upos[verb] !== VERB || roles.childBy(verb, REL['aux:pass']) >= 0) return -1;
  for (const preposition of ARRIVING[match.lemma(verb)] ?? []) {
    const led = preposition === '' ? (roles.clauses.object[verb] ?? -1) : roles.obliqueOf(verb, preposition);
    if (led >= 0 && (view.upos[led] === PROPN || kinds.isPower(led))) return led;
  }
  return -1;
} // biome-ignore format: one line each

const BEARERS: ReadonlySet<string> = new Set(['plane', 'aircraft', 'flight', 'jet', 'helicopter', 'ship', 'vessel', 'boat', 'ferry', 'barge', 'truck', 'lorry', 'convoy', 'train', 'trailer', 'vehicle', 'caravan']); // biome-ignore format: one table
const BEARING: ReadonlySet<string> = new Set(['carry', 'bring', 'transport', 'ferry', 'haul', 'load', 'laden', 'pack', 'fill']); // biome-ignore format: one table

/** "Two planes carrying Dorvanian aid", "a ship loaded with aid", "trucks of relief": what it came on; -1 for nothing. */
function bearerOf(match: Matcher, noun: number): number {
  const { view, roles } = match;
  const up = view.head[noun] ?? -1;
  if (up < 0) return -1;
  const relation = view.relation[noun];
  let bearer = -1;
  if (view.upos[up] === VERB) {
    if (relation !== REL.obj && relation !== REL.obl) return -1;
    if (!BEARING.has(view.parsed.words.lemma(up))) return -1;
    bearer =
      view.relation[up] === REL.acl
        ? (view.head[up] ?? -1)
        : view.tag(up) === 'VBN'
          ? (roles.clauses.subject[up] ?? -1)
          : -1;
  } else if (relation === REL.nmod && /^(?:of|with)$/.test(roles.caseOf(noun))) bearer = up;
  return bearer >= 0 && bearer < noun && view.upos[bearer] === NOUN && BEARERS.has(match.lemma(bearer)) ? bearer : -1;
}

const FARTHEST = 8;

function gettingThere(noun: number, { view }: Matcher): number {
  for (let at = noun + 1; at <= noun + FARTHEST && view.sentence[at] === view.sentence[noun] && view.lower[at] !== ','; at++)
    if (view.upos[at] === VERB) return view.parsed.words.lemma(at) in ARRIVING && /^VB[DZP]$/.test(view.tag(at)) ? at : -1;
  return -1;
} // biome-ignore format: long condition
