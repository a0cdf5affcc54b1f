// A parsed sentence in, a weekday between a verb and its clause taken for no part of either out: “agreed Friday to hold talks”, “ruled Friday that the ban was void”.
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `weekdayNames`. */
export interface WeekdayNames {
  /** By tag: 1 an infinitive. */
  readonly bare: Uint8Array;
  /** By relation: 1 what a weekday behind a verb is taken for, 2 a clause that tells what for, 3 one that tells which. */
  readonly use: Uint8Array;
  /** What it is: when it was. */
  readonly when: number;
  readonly open: number;
  readonly said: number;
}

const OBJECT = 1;
const PURPOSE = 2;
const WHICH = 3;
const THAT = hashWords('that');
const TO = hashWords('to');
const DAYS = hashWords('monday tuesday wednesday thursday friday saturday sunday yesterday');
/** What is done with an infinitive; what others do “Friday to protest”, they do for that. */
const UNDERTAKING = hashWords(
  'agreed agrees vowed vows pledged pledges promised promises refused refuses threatened threatens offered offers declined declines decided decides voted votes moved plans planned sought seeks tried attempted failed began started continued hoped swore consented resolved opted elected intends ordered',
);

/** What the rule needs of a model's names; null where its treebank does not tell them apart. */
export function weekdayNames(tags: readonly string[], relations: readonly string[]): WeekdayNames | null {
  const when = relations.indexOf('obl:unmarked');
  const open = relations.indexOf('xcomp');
  const said = relations.indexOf('ccomp');
  if (when < 0 || open < 0 || said < 0) return null;
  return {
    bare: Uint8Array.from(tags, (name) => (name === 'VERB VB' ? 1 : 0)),
    use: Uint8Array.from(relations, (name) =>
      name === 'obj' || name === 'obl:unmarked'
        ? OBJECT
        : name === 'advcl' || name === 'xcomp'
          ? PURPOSE
          : name === 'acl:relcl'
            ? WHICH
            : 0,
    ),
    when,
    open,
    said,
  };
}

/** The day tells when, and the infinitive behind it what is agreed. */
export function unhangWeekdays({ form, head, label, tag, length }: ParseState, names: WeekdayNames): void {
  const { bare, use, when, open, said } = names;
  for (let day = 1; day < length - 2; day++) {
    if (!DAYS.has(form[day] as number)) continue;
    const verb = day - 1;
    if (THAT.has(form[day + 1] as number)) {
      // nobody tells which Friday it was
      for (let deed = day + 2; deed < length; deed++)
        if (head[deed] === day && use[label[deed] as number] === WHICH && head[day] === verb) {
          head[deed] = verb;
          label[deed] = said;
          label[day] = when;
        }
      continue;
    }
    if (!TO.has(form[day + 1] as number)) continue;
    if (head[day] !== verb || use[label[day] as number] !== OBJECT || !UNDERTAKING.has(form[verb] as number)) continue;
    label[day] = when;
    // “agreed Friday to unconditionally release”
    for (let deed = day + 2; deed < length && deed < day + 4; deed++)
      if (bare[tag[deed] as number] === 1) {
        if (head[deed] === verb && use[label[deed] as number] === PURPOSE) label[deed] = open;
        break;
      }
  }
}
