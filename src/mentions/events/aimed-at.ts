// An attack in the making in, the blow that it is launched for out: “an offensive to drive the rebels out of the port”.
import { NOUN, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import type { Matcher } from './match.ts';

const UNDERTAKEN = /^(?:offensive|counteroffensive|operation|assault|campaign|push|attack|raid|drive|mission)$/;

/** The blow by its own words; null where none follows as a purpose, or nobody is struck by it. */
export function aimedAt({ trigger, clause, consumed }: Coded, coder: Coder): Coded | null {
  const { match } = coder;
  const { view } = match;
  const noun = [trigger, ...consumed].find((at) => view.upos[at] === NOUN && UNDERTAKEN.test(match.lemma(at))) ?? -1;
  if (noun < 0) return null;
  const { first, next } = match.roles.children;
  for (const up of new Set([noun, clause, view.head[noun] ?? -1])) {
    if (up < 0) continue;
    for (let child = first[up] as number; child >= 0; child = next[child] as number) {
      if (child < noun || view.upos[child] !== VERB || view.lower[child - 1] !== 'to') continue;
      const blow = coder.code(child);
      if (blow?.code.type === 'ASSAULT' && blow.patients.length > 0) return blow;
    }
  }
  return null;
}

/** "The anti-Taliban offensive", "launched an anti-terror raid": the word behind "anti-" before a noun for a blow, in small letters; null where there is none. */
export function antiBefore({ trigger, consumed }: Coded, { view }: Matcher): string | null {
  for (const noun of [trigger, ...consumed]) {
    if (view.upos[noun] !== NOUN) continue;
    const against = /^anti-(.+)$/.exec(view.lower[noun - 1] ?? '')?.[1];
    if (against !== undefined) return against;
  }
  return null;
}
