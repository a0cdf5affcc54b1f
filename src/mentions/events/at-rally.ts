// The events of a report in; its clashes with police that name no other side, and the tear gas fired at nobody told, given to the crowd that protests in the sentences before.
import { NOUN, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

const CLASHES: ReadonlySet<string> = new Set(['clash', 'scuffle', 'skirmish', 'confrontation', 'altercation', 'brawl']);
/** Who faces a crowd. */
const ORDER: ReadonlySet<string | null> = new Set(['COP', 'MIL']);
const COUNTER = /^counter-?(?:protest|demonstrat)/i;
/** Sentences before its own in which the protest may be told of. */
const NEAR = 2;

/** "Thousands marched. Clashes with police broke out": those who marched clashed with them. */
export function givenCrowd(standing: readonly Draft[], { view }: Matcher, cast: CastGrowth): void {
  for (const draft of standing) {
    const { code, status, actors, recipients, coded } = draft;
    if (code.type !== 'ASSAULT' || status !== 'asserted') continue;
    const gassed = code.mode === 'crowd-control' && recipients.length === 0 && actors.length > 0 && coded.patients.length === 0;
    const clashed = actors.length === 1 && view.upos[coded.trigger] === NOUN && coded.entry.frame === 'mutual' && CLASHES.has(view.parsed.words.lemma(coded.trigger)) && view.lower[coded.trigger + 1] === 'with';
    if (!gassed && !clashed) continue;
    if (!actors.every((one) => ORDER.has(cast.sectorOf(one)) || (clashed && COUNTER.test(cast.nameOf(one))))) continue;
    const crowd = crowdBefore(coded.trigger, standing, view, cast).filter((one) => !actors.includes(one) && !recipients.includes(one));
    if (gassed) draft.recipients.push(...crowd);
    else draft.actors.push(...crowd);
  }
} // biome-ignore format: long conditions

/** Those who protest in the last of the protests told of before a token; empty where they are not told. */
function crowdBefore(token: number, standing: readonly Draft[], { sentence, paragraph }: TokenView, cast: CastGrowth): readonly number[] {
  let last: Draft | null = null;
  for (const draft of standing) {
    const { trigger } = draft.coded;
    if (draft.code.type !== 'PROTEST' || draft.status !== 'asserted' || trigger > token) continue;
    if ((sentence[token] ?? 0) - (sentence[trigger] ?? 0) > NEAR) continue;
    if ((paragraph[token] ?? 0) - (paragraph[trigger] ?? 0) > 1) continue;
    if (!last || trigger > last.coded.trigger) last = draft;
  }
  if (!last) return [];
  const { trigger } = last.coded;
  // "in the north, rebels attacked a village": others fight there
  const others = standing.some(({ code, coded, actors }) => code.type === 'ASSAULT' && coded.trigger > trigger && coded.trigger < token && actors.length > 0 && !actors.some((one) => last?.actors.includes(one) || ORDER.has(cast.sectorOf(one))));
  return others ? [] : last.actors;
} // biome-ignore format: long conditions
