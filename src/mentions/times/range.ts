// Times in text order in, the same out, where two that a range joins (`from March 3 to 5`) both cover all its days.
import { MOVED, type Scan } from './scan.ts';
import type { TimeMention } from './time.ts';

/** Words before a date that are passed over on the way to “from” and “between”. */
const SOFT = /^(?:early|late|mid|about|around|the|on|at)$/;

/**
 * The value of each stays what its own words say; the interval is that of the whole range. “Moved from Monday to Friday”
 * is no range.
 */
export function joinRanges(mentions: TimeMention[], firsts: readonly number[], scan: Scan): void {
  const { words, parsed } = scan;
  const { sentence } = parsed.text.tokens;
  for (let i = 0; i + 1 < mentions.length; i++) {
    const one = mentions[i] as TimeMention;
    const two = mentions[i + 1] as TimeMention;
    const from = firsts[i] as number;
    const at = one.head + 1;
    if ((firsts[i + 1] as number) !== at + 1 || sentence[from] !== sentence[at + 1]) continue;
    if (one.value.interval === null || two.value.interval === null) continue;
    let before = from - 1;
    while (before >= 0 && SOFT.test(words[before] ?? '')) before--;
    const opens = words[before] ?? '';
    const joint = words[at] ?? '';
    if (!(joint === 'and' ? opens === 'between' : /^(?:to|until|till|through|-|–|—)$/.test(joint))) continue;
    if (joint === 'to' && !/^(?:from|between|\(|,)$/.test(opens)) continue;
    let moved = false;
    for (let k = Math.max(0, before - 6); k < before; k++)
      moved ||= sentence[k] === sentence[from] && MOVED.test(words[k] ?? '');
    const [first, last] = [one.value.interval[0], two.value.interval[1]];
    if (moved || first > two.value.interval[0] || first >= last) continue;
    for (const k of [i, i + 1]) {
      const mention = mentions[k] as TimeMention;
      mentions[k] = {
        ...mention,
        value: { ...mention.value, interval: [first, last] },
        why: `${mention.why}; one end of a range from ${first} to ${last}`,
      };
    }
    i++;
  }
}
