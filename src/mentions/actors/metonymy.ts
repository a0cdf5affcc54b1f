// A country, capital or seat of government in the text in; whether it acts there or is only a place, out.
import { raw } from './chunk.ts';
import { ADP, AUX, REL, type TokenView, VERB } from './token-view.ts';

const LOCATIVE =
  /^(?:in|at|near|across|inside|outside|into|through|throughout|within|around|via|off|above|over|along|north|south|east|west|between|beyond|until|since)$/;
const SEAT_LOCATIVE =
  /^(?:in|at|near|across|inside|outside|into|through|throughout|within|around|via|off|above|over|along|from|to|of|on|for|toward|towards|against)$/;

const WATERS = /^(?:Gulf|Sea|Bay|Straits?|Bight|Channel)$/;

/** Verbs whose object can only be somebody: "warned Kabul", "arming Kyiv"; "left Kabul", "reached Kyiv" name the town. */
const DEALS_WITH =
  /^(?:accus|advis|appeas|arm|ask|assist|assur|back|blam|condemn|convinc|criticis|criticiz|denounc|deter|help|implor|inform|invit|notif|pay|paid|persuad|prais|press|pressur|punish|rebuk|remind|reassur|sanction|support|tell|told|thank|threaten|trust|urg|warn)(?:e|es|ed|ing|s|y|ied|ies|red|ring)?$/;

/** The preposition that governs the phrase which begins at `from`, '' if none stands before it. */
function preposition(view: TokenView, from: number): string {
  let i = from - 1;
  while (
    i >= 0 &&
    view.sentence[i] === view.sentence[from] &&
    /^(?:the|both|all|and|,)$/.test(view.lower[i] ?? '') &&
    from - i < 3
  ) {
    if (/^(?:and|,)$/.test(view.lower[i] ?? '')) return '';
    i--;
  }
  if (i < 0 || view.sentence[i] !== view.sentence[from]) return '';
  return view.upos[i] === ADP || /^(?:in|at|near|from|to|of|on)$/.test(view.lower[i] ?? '')
    ? (view.lower[i] ?? '')
    : '';
}

/** “The Gulf of Oman” and “the Sea of Japan” are waters, whatever state they are named for. */
function isWaters(view: TokenView, from: number): boolean {
  return from > 1 && view.lower[from - 1] === 'of' && WATERS.test(raw(view, from - 2, from - 1));
}

/** Whether a verb follows that the phrase is the subject of: "Kyiv and Moscow seek", "Washington has rejected". */
function governsVerb(view: TokenView, to: number): boolean {
  for (let i = to; i < view.length && i < to + 6 && view.sentence[i] === view.sentence[to - 1]; i++) {
    if (view.upos[i] === VERB || view.upos[i] === AUX) return true;
    if (!/^(?:and|or|also|,)$/.test(view.lower[i] ?? '') && view.upos[i] !== 3 && view.upos[i] !== 12) return false;
  }
  return false;
}

/** `use` is the kind of word of the lexicon. Names of countries act unless a preposition of place governs them; seats act only as subjects or owners. */
export function actsAsState(view: TokenView, from: number, to: number, use: string): boolean {
  if (isWaters(view, from)) return false;
  const before = preposition(view, from);
  const head = to - 1;
  const relation = view.relation[head];
  const subject = relation === REL.nsubj || relation === REL['nsubj:pass'] || relation === REL['obl:agent'];
  if (use === 'people') return true;
  if (use === 'name' || use === 'adjective') return !LOCATIVE.test(before);
  if (before === 'by' || before === 'with') return true;
  if (before === 'to' && use === 'seat') return true;
  if (SEAT_LOCATIVE.test(before)) return false;
  if (view.lower[to] === "'s" || view.lower[to] === '’s') return true;
  if (subject || relation === REL.iobj) return true;
  if (relation === REL.obj && DEALS_WITH.test(view.lower[view.head[head] ?? -1] ?? '')) return true;
  return governsVerb(view, to) || relation === REL.conj;
}
