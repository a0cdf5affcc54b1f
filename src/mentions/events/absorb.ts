// The events of a report in order in; those that another event's words only wish, fear or order marked as its content, out.
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { isDispersing } from './farther.ts';
import type { RoleReader } from './roles.ts';

/** How many events before and behind it a clause's content is looked for among. */
const NEAR = 24;
const WORDS_ONLY: ReadonlySet<string> = new Set(['THREATEN', 'REQUEST', 'AGREE', 'REJECT']);

/** "Warned that support might wane", "urged both sides to stop": what is only wished or feared there is no event of its own. */
export function absorbContents(drafts: readonly Draft[], view: TokenView, roles: RoleReader): void {
  const { clauses } = roles;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    const { trigger } = draft.coded;
    if (draft.code.type === 'ASSAULT') absorbDispersal(drafts, i, view);
    if (draft.code.type === 'ASSAULT' && draft.status === 'asserted') absorbAim(drafts, i, view);
    if (!WORDS_ONLY.has(draft.code.type)) continue;
    if (draft.code.type === 'THREATEN') absorbFeared(drafts, i, view, roles);
    if (view.upos[trigger] !== VERB) continue;
    for (const clause of [clauses.complement[trigger] ?? -1, clauses.open[trigger] ?? -1]) {
      if (clause < 0) continue;
      const from = clauses.left[clause] ?? clause;
      const to = clauses.right[clause] ?? clause;
      for (let k = Math.max(0, i - NEAR); k < drafts.length && k < i + NEAR; k++) {
        const other = drafts[k] as Draft;
        const at = other.coded.trigger;
        if (other === draft || other.into || at < from || at > to) continue;
        const verbal = view.upos[at] === VERB;
        // "asked her to resign"
        if (draft.code.type === 'REQUEST' && verbal && view.tag(at) === 'VB' && view.lower[at - 1] === 'to')
          other.absorbed = true;
        // "urged them to refrain from attacking"
        if (draft.code.type === 'REQUEST' && other.status === 'negated') other.absorbed = true;
        if (other.status === 'hypothetical' || other.status === 'future' || (!verbal && draft.code.type === 'THREATEN'))
          other.absorbed = true;
      }
    }
  }
}

/** "Launched an offensive to drive the rebels out": what a blow is dealt for is that blow. */
function absorbAim(drafts: readonly Draft[], i: number, view: TokenView): void {
  const { actors, recipients, coded } = drafts[i] as Draft;
  const { trigger, clause, consumed } = coded;
  for (let k = i + 1; k < drafts.length && k < i + NEAR; k++) {
    const other = drafts[k] as Draft;
    const at = other.coded.trigger;
    const up = view.head[at] ?? -1;
    const aimed = up === trigger || up === clause || consumed.includes(up) || up === (view.head[trigger] ?? -1);
    if (other.into || other.status !== 'hypothetical' || other.code.type !== 'ASSAULT' || !aimed) continue;
    const same =
      other.recipients.some((one) => recipients.includes(one)) && other.actors.every((one) => actors.includes(one));
    if (same && view.upos[at] === VERB && view.lower[at - 1] === 'to') other.absorbed = true;
  }
}

/** "Fired tear gas to disperse the crowd": what force is used on a crowd for is no second event. */
function absorbDispersal(drafts: readonly Draft[], i: number, view: TokenView): void {
  const { coded, code } = drafts[i] as Draft;
  for (let k = i + 1; k < drafts.length && k < i + NEAR; k++) {
    const other = drafts[k] as Draft;
    const at = other.coded.trigger;
    if (other.into || other.status === 'future' || other.code.mode !== 'restrict') continue;
    if (view.upos[at] !== VERB || view.lower[at - 1] !== 'to') continue;
    if (code.mode !== 'crowd-control' && !isDispersing(view.lower[at] ?? '')) continue;
    // "to try to disperse it", "in an attempt to disperse it"
    let up = view.head[at] ?? -1;
    for (let steps = 0; steps < 2 && up > coded.trigger; steps++) up = view.head[up] ?? -1;
    if (up === coded.trigger) other.absorbed = true;
  }
}

/** "Warned of strikes", "the threat of force": what is warned of in general has not come; "warned of the attack" may have. */
function absorbFeared(drafts: readonly Draft[], i: number, view: TokenView, roles: RoleReader): void {
  const { trigger } = (drafts[i] as Draft).coded;
  for (const preposition of ['of', 'about', 'against']) {
    const own = roles.obliqueOf(trigger, preposition);
    // "warning Velmar of strikes" may hang from the one warned
    const object = own < 0 ? (roles.clauses.object[trigger] ?? -1) : -1;
    const led = object > trigger ? roles.obliqueOf(object, preposition) : own;
    if (
      led < 0 ||
      view.upos[led] !== NOUN ||
      roles.childBy(led, REL.det) >= 0 ||
      roles.childBy(led, REL['nmod:poss']) >= 0
    )
      continue;
    for (let k = i + 1; k < drafts.length && k < i + NEAR; k++) {
      const other = drafts[k] as Draft;
      const at = other.coded.trigger;
      if (!other.into && (at === led || (view.relation[at] === REL.conj && view.head[at] === led)))
        other.absorbed = true;
    }
  }
}
