// A noun for something said once in, whether it stands beside the one whose word it was: "at the Iraqi government's request", "the U.S. ultimatum".
import { KIN_OR_CLERIC } from '../actors/chunk.ts';
import { NOUN, PRON, PROPN, REL } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';

const BODY = kindBit('body');
/** What is said or filed at one time, by somebody: not a threat, a commitment or support, which last. */
const SAID_ONCE: ReadonlySet<string> = new Set([
  'request', 'demand', 'ultimatum', 'refusal', 'rejection', 'denial', 'pledge', 'condemnation', 'accusation', 'lawsuit', 'probe', 'inquiry', 'investigation', 'plea', 'apology', 'endorsement', 'veto', 'urging', 'behest', 'insistence', 'assertion', 'denunciation',
]); // biome-ignore format: one table
/** What is somebody's where "by" or "from" says whose. */
const LED_ONLY: ReadonlySet<string> = new Set(['warning', 'order', 'appeal', 'instruction', 'complaint', 'criticism', 'objection', 'suit', 'report']); // biome-ignore format: one table
/** Whose word counts besides that of powers. */
const HEARD: ReadonlySet<string> = new Set(['SOC', 'OPP', 'REL', 'LAB', 'ELI']);
/** "Campaign promises", "a customer request", "a records request". */
const PRIVATE =
  /^(?:campaign|election|customer|user|patient|interview|media|press|records?|information|song|tax|parental|budget|market|consumer|pay)$/;

/** Of what is wanted nothing has come yet. */
const WANTING: ReadonlySet<string> = new Set(['require', 'need', 'want', 'demand', 'deserve', 'await', 'expect']);

/** How far behind a noun whose it is may stand, and a name. */
const NEAR = 5;
const CLOSE = 8;

export function isOwnedWord({ status, coded }: Draft, match: Matcher): boolean {
  const { view, roles, kinds } = match;
  const { trigger, agents } = coded;
  const lemma = match.lemma(trigger);
  const led = LED_ONLY.has(lemma);
  if (status !== 'asserted' || view.upos[trigger] !== NOUN || !(led || SAID_ONCE.has(lemma))) return false;
  // "its veto-wielding members", "all its investigations"
  if (view.lower[trigger + 1] === '-' || (/^(?:investigations|inquiries|probes)$/.test(view.lower[trigger] ?? '') && view.lower[trigger + 1] !== 'by')) return false;
  // "the topic of an investigation", "an inquiry by the Senate blamed the army": it only says what, or speaks itself
  if (coded.code.mode === 'investigate' && (view.relation[trigger] === REL.nsubj || (view.relation[trigger] === REL.nmod && roles.caseOf(trigger) === 'of'))) return false;
  // "were on order from the yard", "requests to the areas were many"
  if ((lemma === 'order') !== (view.tag(trigger) === 'NNS') && (lemma === 'order' || lemma === 'request')) return false;
  // "the criminal investigation and immigration departments"
  const beside = roles.childBy(trigger, REL.conj);
  if (beside >= 0 && (kinds.of(beside) & BODY) !== 0) return false;
  // "requires an investigation by a prosecutor": there is none
  const up = view.head[trigger] ?? -1;
  if (up >= 0 && WANTING.has(match.lemma(up))) return false;
  const kind = roles.childBy(trigger, REL.compound);
  if (kind >= 0 && PRIVATE.test(view.lower[kind] ?? '')) return false;
  return agents.some((one) => {
    if (view.upos[one] === PRON && view.relation[one] !== REL['nmod:poss']) return false;
    if (!kinds.isPower(one) && !kinds.isState(one) && (KIN_OR_CLERIC.test(view.lower[one] ?? '') || !HEARD.has(kinds.sectorOf(one) ?? ''))) return false;
    if (one > trigger) {
      const by = roles.caseOf(one);
      return one < trigger + (view.upos[one] === PROPN ? CLOSE : NEAR) && ((by === 'by' || (by === 'from' && lemma !== 'demand')) || (!led && by === 'of'));
    }
    // "the Syria airstrike investigation": where the strike was; "the UN chief demands": a verb that was taken for a noun
    const close = view.relation[one] === REL.compound || view.relation[one] === REL.amod;
    return !led && (!close || (one === trigger - 1 && view.tag(trigger) !== 'NNS'));
  });
} // biome-ignore format: long conditions
