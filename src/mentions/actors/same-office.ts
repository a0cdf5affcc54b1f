// "The senator" in, the one whom the report has named with another word for that office out: "Sen. Anna Holt", "Gov. Ivan Kern", "Prime Minister Vell".
import type { Gender } from './actor.ts';
import type { Entity } from './cast.ts';
import type { Reader } from './chunk.ts';
import { PROPN } from './token-view.ts';

/** Words for one office or rank, the short ones before names. */
const OFFICES: readonly (readonly string[])[] = [
  ['senator', 'sen.', 'sen', 'sens.'],
  ['governor', 'gov.', 'gov'],
  ['representative', 'congressman', 'congresswoman', 'rep.', 'rep', 'reps.'],
  ['general', 'gen.', 'gen', 'maj. gen.', 'maj gen', 'lt. gen.', 'lt gen', 'brig. gen.', 'brig gen', 'major general'],
  ['admiral', 'adm.', 'adm'],
  ['colonel', 'col.', 'col', 'lt. col.', 'lt col'],
  ['captain', 'capt.', 'capt'],
  ['major', 'maj.', 'maj'],
  ['lieutenant', 'lt.', 'lt'],
  ['sergeant', 'sgt.', 'sgt'],
  ['premier', 'prime minister'],
  ['prosecutor', 'district attorney', 'chief prosecutor', 'prosecutor general'],
];
/** How many mentions back they may have been named. */
const BACK = 60;

/** Null where nobody was, or two in one sentence. */
export function namedOtherwise(
  { mentions, view }: Reader,
  role: string,
  gender: Gender | null,
  country: string | null,
): Entity | null {
  const words = OFFICES.find((one) => one.includes(role));
  if (!words) return null;
  let found: Entity | null = null;
  let sentence = -1;
  for (let m = mentions.length - 1; m >= 0 && m > mentions.length - BACK; m--) {
    const mention = mentions[m];
    const entity = mention?.entity;
    if (!mention || !entity?.named || entity.kind !== 'person' || entity === found) continue;
    const own = view.sentence[mention.head] ?? -1;
    if (found && own !== sentence) return found;
    if (!entity.roles.some((one) => words.includes(one))) continue;
    if ((gender && entity.gender && entity.gender !== gender) || (country && entity.country !== country)) continue;
    // "Sen. Holt met Sen. Kern. The senator": either
    if (found) return null;
    found = entity;
    sentence = own;
  }
  return found;
}

/** "The Texas senator": the only one named with that office whose words name Texas too, "Texas Sen. Holt", "Sen. Holt of Texas"; null otherwise. */
export function namedOf({ mentions, view }: Reader, begin: number, head: number): Entity | null {
  const { lower, upos, start, end, text, length } = view;
  const words = OFFICES.find((one) => one.includes(lower[head] ?? ''));
  if (!words) return null;
  let from = head;
  while (from > begin && upos[from - 1] === PROPN) from--;
  if (from === head) return null;
  const place = text.slice(start[from], end[head - 1]);
  let found: Entity | null = null;
  for (const { entity, from: first, to } of mentions) {
    if (!entity.named || entity.kind !== 'person' || !entity.roles.some((one) => words.includes(one))) continue;
    const behind = to < length ? text.slice(start[to], (start[to] ?? 0) + place.length + 4) : '';
    const led = /^(?:of |[(,] ?[RDI]-)/.exec(behind)?.[0];
    const whole = text.slice(start[first], end[to - 1]);
    if (!whole.includes(place) && (led === undefined || !behind.slice(led.length).startsWith(place))) continue;
    if (found && found !== entity) return null;
    found = entity;
  }
  return found;
}
