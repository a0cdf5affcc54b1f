// An event in the making in, whether its words only say of somebody who that is, what was never done or how they got away out: "rebels fighting for Holt were seized", "jailed for plotting a raid", "shot at them as they fled".
import { ADJ, ADV, DET, NOUN, NUM, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { kindBit, kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';

const PARTY = kindMask('party') | kindBit('forces') | kindBit('person');
const HARSH: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION']);
const PLOTTING = /^(?:planning|plotting|preparing)$/;
/** What leads the deed that somebody is taken for. */
const CHARGED: ReadonlySet<string> = new Set(['for', 'of', 'with', 'over', 'while']);
const INTENDING: ReadonlySet<string> = new Set([
  'plan',
  'plot',
  'intend',
  'prepare',
  'conspire',
  'hope',
  'aim',
  'want',
]);
const MEANWHILE: ReadonlySet<string> = new Set(['as', 'while', 'when']);
/** How far up a clause may hang from those of whom it tells. */
const DEEP = 4;

export function isInPassing(one: Coded, coder: Coder): boolean {
  const { match } = coder;
  switch (one.code.type) {
    case 'ASSAULT':
      return isSoldierly(one, match) || isPlotted(one, match) || isWhatTheyMeant(one, coder);
    case 'THREATEN':
      return isWhatTheyMeant(one, coder);
    case 'RETREAT':
      return one.code.mode === 'resign' ? isMood(one, match) : one.code.mode === 'withdraw' && isFlight(one, coder);
    default:
      return false;
  }
}

/** "Rebels fighting for Holt": whose men they are. */
function isSoldierly({ trigger }: Coded, { view, roles, kinds }: Matcher): boolean {
  if (view.tag(trigger) !== 'VBG' || view.relation[trigger] !== REL.acl || view.lower[trigger] !== 'fighting')
    return false;
  const whose = view.lower[trigger + 1] === 'for' ? roles.obliqueOf(trigger, 'for') : -1;
  return whose >= 0 && (kinds.isState(whose) || view.upos[whose] === PROPN || (kinds.of(whose) & PARTY) !== 0);
}

/** "Detained for allegedly planning an attack on the embassy": there was none. */
function isPlotted({ trigger }: Coded, { view }: Matcher): boolean {
  const { upos, lower, tag } = view;
  if (upos[trigger] !== NOUN) return false;
  let at = trigger - 1;
  while (
    at > trigger - DEEP - 1 &&
    (upos[at] === DET || upos[at] === ADJ || upos[at] === NUM || upos[at] === NOUN) &&
    !PLOTTING.test(lower[at] ?? '')
  )
    at--;
  if (!PLOTTING.test(lower[at] ?? '') || tag(at) !== 'VBG') return false;
  const before = upos[at - 1] === ADV ? at - 2 : at - 1;
  return CHARGED.has(lower[before] ?? '');
}

/** "Killed militants who were planning attacks": what those were killed for. */
function isWhatTheyMeant({ trigger, operators }: Coded, coder: Coder): boolean {
  const { view } = coder.match;
  let meant = operators.some((token) => INTENDING.has(coder.match.lemma(token)));
  let at = trigger;
  for (let steps = 0; steps < DEEP; steps++) {
    if (view.upos[at] === VERB && INTENDING.has(coder.match.lemma(at))) meant = true;
    const link = view.relation[at];
    const up = view.head[at] ?? -1;
    if (up < 0 || up > at) return false;
    if (link === REL['acl:relcl']) return meant && isStruck(up, coder);
    at = up;
  }
  return false;
}

/** Whether a noun is whom a verb tells to have been killed or taken. */
function isStruck(noun: number, coder: Coder): boolean {
  const { view } = coder.match;
  const verb = view.head[noun] ?? -1;
  if (
    verb < 0 ||
    view.upos[verb] !== VERB ||
    (view.relation[noun] !== REL.obj && view.relation[noun] !== REL['nsubj:pass'])
  )
    return false;
  return HARSH.has(coder.code(verb)?.code.type ?? '');
}

/** "Seemed resigned to more raids": how one feels. */
const isMood = ({ trigger }: Coded, { view: { lower, tag, upos } }: Matcher): boolean =>
  tag(trigger) === 'VBN' &&
  lower[trigger + 1] === 'to' &&
  FEELING.test(lower[upos[trigger - 1] === ADV ? trigger - 2 : trigger - 1] ?? '');
const FEELING =
  /^(?:is|are|was|were|be|been|seem(?:s|ed)?|appear(?:s|ed)?|remain(?:s|ed)?|bec[oa]mes?|looks?|looked|sound(?:s|ed)?|gr[eo]w|felt|feels?)$/;

/** "Fired on villagers as they fled": who "they" are no word tells, and no army left. */
function isFlight({ trigger }: Coded, coder: Coder): boolean {
  const { view, roles } = coder.match;
  const subject = roles.clauses.subject[trigger] ?? -1;
  const up = view.head[trigger] ?? -1;
  if (view.relation[trigger] !== REL.advcl || subject < 0 || up < 0 || up > trigger) return false;
  if (view.upos[subject] !== PRON || view.lower[subject] !== 'they' || !MEANWHILE.has(view.lower[subject - 1] ?? ''))
    return false;
  const blow = coder.code(up);
  return blow?.code.type === 'ASSAULT' && blow.patients.length > 0;
}
