// A passive verb in, who did it where the parser hung them from a word between out: "driven from their homes by the army", "shot dead by rebels".
import { ADJ, ADP, ADV, CCONJ, NOUN, NUM, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { DAYS } from './role-words.ts';
import type { RoleReader } from './roles.ts';

/** What somebody is once it has been done, between the verb and "by". */
const OUTCOMES: ReadonlySet<string> = new Set(['dead', 'alive', 'unconscious', 'naked', 'open', 'free', 'shut']);
/** What leads where somebody was taken from or to, in which "by" belongs to the verb. */
const MOVED: ReadonlySet<string> = new Set(['from', 'into', 'out', 'onto', 'off']);
const isMoved = (led: number, { lower }: TokenView, roles: RoleReader): boolean =>
  MOVED.has(roles.caseOf(led)) || (roles.caseOf(led) === 'of' && lower[roles.childBy(led, REL.case)] === 'out');

const DURING: ReadonlySet<string> = new Set(['in', 'during']);
const RAIDS: ReadonlySet<string> = new Set([
  'raid', 'raids', 'operation', 'operations', 'sweep', 'sweeps', 'crackdown', 'swoop', 'ambush',
]); // biome-ignore format: one table

const isTime = (token: number, { upos, lower }: TokenView): boolean =>
  upos[token] === NUM || DAYS.has(lower[token] ?? '');

/** Who helps those to whom something was done, and did none of it: "was stabbed and treated by medics". */
const CARING =
  /^(?:found|rescued|freed|saved|treated|buried|evacuated|recovered|rushed|airlifted|mourned|succeeded|replaced|seen|identified|released|pardoned|aided|helped|tended|comforted|hospitali[sz]ed|visited|liberated|carried|brought|cleared|acquitted|pulled)$/;

/** How far behind a passive the last verb of its list may stand. */
const LIST = 12;

/** Whether a verb without an auxiliary goes on what was done to the subject of the passive before it: "were caught, robbed and beaten". */
function goesOnPassive(verb: number, view: TokenView, roles: RoleReader): boolean {
  const up = view.head[verb] ?? -1;
  if (view.relation[verb] !== REL.conj || up < 0 || up > verb || view.tag(verb) !== 'VBN') return false;
  if (roles.childBy(verb, REL.aux) >= 0) return false;
  return roles.childBy(up, REL['aux:pass']) >= 0 || goesOnPassive(up, view, roles);
}

const isDone = (verb: number, view: TokenView, roles: RoleReader): boolean =>
  roles.childBy(verb, REL['aux:pass']) >= 0 || view.relation[verb] === REL.acl || goesOnPassive(verb, view, roles);

/** "Were arrested and beaten by police", "was dragged out, beaten and thrown into a van by officers": by whom the last was done, where nothing but such verbs stands between; -1 for nobody. */
export function agentBehind(verb: number, view: TokenView, roles: RoleReader): number {
  const { upos, relation, lower } = view;
  if (!isDone(verb, view, roles)) return -1;
  // "was seized, blindfolded and tortured by soldiers": hung from the one before
  const above = relation[verb] === REL.conj ? roles.agentBy(view.head[verb] ?? -1) : -1;
  if (above > verb) return above;
  let last = -1;
  let led = 0;
  for (let at = verb + 1; at < verb + LIST; at++) {
    if (upos[at] === VERB) {
      if (relation[at] !== REL.conj || !/^VB[ND]$/.test(view.tag(at)) || (view.head[at] ?? -1) < 0) break;
      if ((view.head[at] ?? at) !== verb && view.head[at] !== view.head[verb] && view.head[at] !== last) break;
      if (roles.childBy(at, REL.aux) >= 0 || roles.childBy(at, REL['aux:pass']) >= 0) break;
      if (CARING.test(lower[at] ?? '') || isHospital(at, view)) return -1;
      last = at;
      const by = roles.agentBy(at);
      if (by > at) return by;
      const given = roles.childBy(at, REL.obj);
      if (given > at && /^(?:handed|given|served)$/.test(lower[at] ?? '')) {
        const giver = roles.obliqueOf(given, 'by');
        if (giver > given) return giver;
      }
      const aside = asideOf(at, view, roles, true);
      if (aside >= 0) return aside;
    } else if (upos[at] !== ADV && upos[at] !== CCONJ && lower[at] !== ',' && !isParticle(at, view)) {
      // "was dragged from his house, beaten and thrown out by officers"
      if (last >= 0 || (led === 0 && !(upos[at] === ADP && MOVED.has(lower[at] ?? ''))) || ++led > 4) break;
    }
  }
  return -1;
}

/** "Was shot and taken to hospital by relatives". */
function isHospital(verb: number, { lower }: TokenView): boolean {
  for (let at = verb + 1; at < verb + 6 && lower[at] !== 'by'; at++)
    if (/^(?:hospitals?|clinics?|doctors?|surgery|safety|treatment|morgue)$/.test(lower[at] ?? '')) return true;
  return false;
}

const isParticle = (at: number, { relation }: TokenView): boolean => relation[at] === REL['compound:prt'];

/** -1 where nobody is told behind a "by" that hangs aside. */
export function agentAside(verb: number, view: TokenView, roles: RoleReader): number {
  return isDone(verb, view, roles) ? asideOf(verb, view, roles) : -1;
}

function asideOf(verb: number, view: TokenView, roles: RoleReader, over = false): number {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (child < verb) continue;
    const link = view.relation[child];
    const outcome = link === REL.xcomp && view.upos[child] === ADJ && OUTCOMES.has(view.lower[child] ?? '');
    const moved =
      link === REL.obl &&
      view.upos[child] === NOUN &&
      (isMoved(child, view, roles) ||
        (over && roles.caseOf(child) === 'to' && /^(?:over|back)$/.test(view.lower[verb + 1] ?? '')));
    // "was shot at roughly two on Friday by a guard"
    const timed = isTime(child, view) && link !== REL.conj;
    // "were arrested in a raid by soldiers"
    const raided = link === REL.obl && RAIDS.has(view.lower[child] ?? '') && DURING.has(roles.caseOf(child));
    if (!outcome && !moved && !timed && !raided) continue;
    const by = roles.obliqueOf(child, 'by');
    if (by > child && (view.upos[by] === NOUN || view.upos[by] === PROPN)) return by;
  }
  return -1;
}
