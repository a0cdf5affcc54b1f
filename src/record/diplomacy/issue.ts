// Statements in, the issues that they are about out: by terms and parties, named, merged and split by decisions.
import { readList } from '../../lexicon/read-list.ts';
import { byCode } from '../by-code.ts';
import type { Decision } from '../decision.ts';
import { mergedInto } from '../fold.ts';
import { push } from '../lists.ts';
import { matchesOf } from '../matches.ts';
import { loneTerms } from './lone-terms.ts';
import type { Said } from './position.ts';

/** What statements are about: one matter between the same parties. */
export interface Issue {
  /** `issue:truce:XDO+XKE`: the same terms and parties have the same id in any record; `issue:` and a name of one's own. */
  readonly id: string;
  /** What a person called it; else its topic. */
  readonly topic: string;
  readonly named: boolean;
  /** The record's ids of the states whose matter it is, sorted; empty when the reports are of none or many. */
  readonly parties: readonly string[];
  /** Words by which its statements were found, the commonest first. */
  readonly terms: readonly string[];
  /** Ids of issues that were merged into it. */
  readonly merged: readonly string[];
  /** In order of publication; never empty. */
  readonly said: readonly Said[];
}

/** Relations by which a decision puts a statement under an issue or takes it out, and gives an issue its name. */
export const ABOUT = 'about';
export const NOT_ABOUT = 'not about';
export const NAMED = 'named';

interface Words {
  readonly pattern: RegExp;
  readonly topics: ReadonlyMap<string, string>;
}

let list: Words | null = null;

function words(): Words {
  if (list) return list;
  const { rows } = readList('en/record/issues');
  const topics = new Map(rows.map(([entry = '', topic = '']) => [entry, topic]));
  const longest = [...topics.keys()].sort((a, b) => b.length - a.length || byCode(a, b));
  const any = longest.map((entry) => entry.replaceAll('-', '[- ]').replaceAll(' ', '\\s+')).join('|');
  // what ends in a silent e or a y changes before an ending
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?:s|es|d|ed|ing|al|n)?(?![\\p{L}\\p{N}])`, 'giu');
  list = { pattern, topics };
  return list;
}

/** Topics that the list knows among words, each with the entries found, as the list has them. */
export function topicsIn(text: string): Map<string, string[]> {
  const { pattern, topics } = words();
  const found = new Map<string, string[]>();
  for (const match of matchesOf(pattern, text)) {
    const [, printed = ''] = match;
    // "Port Averin" is a name; at the beginning of what is said it may be a word
    if (/^\p{Lu}\p{Ll}/u.test(printed) && /[^.!?]\s$/.test(text.slice(0, match.index))) continue;
    const entry = printed.toLowerCase().replace(/\s+/g, ' ');
    const topic = topics.get(entry) ?? topics.get(entry.replaceAll(' ', '-'));
    if (topic === undefined) continue;
    const terms = found.get(topic);
    if (!terms) found.set(topic, [entry]);
    else if (!terms.includes(entry)) terms.push(entry);
  }
  return found;
}

interface Draft {
  readonly id: string;
  readonly topic: string;
  readonly parties: readonly string[];
  readonly terms: Map<string, number>;
  readonly said: Map<string, Said>;
}

/**
 * The issues of a record. `partiesOf` gives the states whose matter a report is, by the record's ids, sorted. The same
 * statements and decisions in any order give the same issues.
 */
export function issuesOf(
  said: readonly Said[],
  partiesOf: (report: string) => readonly string[],
  decisions: readonly Decision[],
): Issue[] {
  const drafts = new Map<string, Draft>();
  const put = (one: Said, topic: string, parties: readonly string[], terms: readonly string[], own = false) => {
    const id = own ? `issue:${topic}` : idOf(topic, parties);
    const draft = drafts.get(id) ?? { id, topic, parties, terms: new Map(), said: new Map() };
    drafts.set(id, draft);
    draft.said.set(one.id, one);
    for (const term of terms) draft.terms.set(term, (draft.terms.get(term) ?? 0) + 1);
  };
  const bare = new Map<string, Said[]>();
  for (const one of said) {
    const parties = partiesOf(one.report);
    const topics = topicsIn(one.words);
    for (const [topic, terms] of topics) put(one, topic, parties, terms);
    const key = parties.join('+');
    // without parties a word is shared by chance
    if (topics.size === 0 && parties.length > 0) push(bare, key, one);
  }
  for (const some of bare.values())
    for (const { terms, members } of loneTerms(some))
      for (const one of members) put(one, terms[0] as string, partiesOf(one.report), terms);
  return settled(drafts, new Map(said.map((one) => [one.id, one])), decisions, put);
}

const idOf = (topic: string, parties: readonly string[]): string =>
  `issue:${topic.replaceAll(' ', '-')}${parties.length > 0 ? `:${parties.map((id) => id.replace(/^\w+:/, '')).join('+')}` : ''}`;

/** What people have decided: statements put under issues or taken out, issues merged and named, in the order of deciding. */
function settled(
  drafts: Map<string, Draft>,
  said: ReadonlyMap<string, Said>,
  decisions: readonly Decision[],
  put: (one: Said, topic: string, parties: readonly string[], terms: readonly string[], own: boolean) => void,
): Issue[] {
  const names = new Map<string, string>();
  for (const { targets, detail } of decisions) {
    if (detail.act !== 'link' || !detail.to.startsWith('issue:')) continue;
    for (const target of targets) {
      const one = said.get(target);
      if (detail.relation === NAMED && target.startsWith('issue:')) names.set(target, detail.to.slice(6).trim());
      if (!one) continue;
      const known = drafts.get(detail.to);
      if (detail.relation === NOT_ABOUT) {
        // out of what was merged into it, too
        for (const [id, draft] of drafts)
          if (id === detail.to || headOf(id, decisions, drafts) === detail.to) draft.said.delete(one.id);
      }
      if (detail.relation !== ABOUT) continue;
      if (known) known.said.set(one.id, one);
      else put(one, detail.to.slice(6).trim(), [], [], true);
    }
  }
  const groups = new Map<string, string[]>();
  for (const id of [...drafts.keys()].sort(byCode)) {
    const head = headOf(id, decisions, drafts);
    groups.set(head, [...(groups.get(head) ?? []), id]);
  }
  const issues = [...groups].map(([id, ids]): Issue => {
    const head = drafts.get(id) as Draft;
    const terms = new Map<string, number>();
    const all = new Map<string, Said>();
    for (const draft of ids.map((one) => drafts.get(one) as Draft)) {
      for (const [key, one] of draft.said) all.set(key, one);
      for (const [term, count] of draft.terms) terms.set(term, (terms.get(term) ?? 0) + count);
    }
    const own = names.get(id);
    return {
      id,
      topic: own ?? head.topic,
      named: own !== undefined,
      parties: [...new Set(ids.flatMap((one) => (drafts.get(one) as Draft).parties))].sort(byCode),
      terms: [...terms].sort(([x, a], [y, b]) => b - a || byCode(x, y)).map(([term]) => term),
      merged: ids.filter((one) => one !== id),
      said: [...all.values()].sort(inTime),
    };
  });
  return issues
    .filter((one) => one.said.length > 0)
    .sort((a, b) => b.said.length - a.said.length || byCode(a.id, b.id));
}

/** What an issue has been merged into, at the end of the chain; itself where nobody merged it or where it would go round. */
function headOf(id: string, decisions: readonly Decision[], drafts: ReadonlyMap<string, Draft>): string {
  const seen = new Set([id]);
  for (let at = id; ; ) {
    const next = mergedInto(decisions, new Set([at]));
    if (next === null || seen.has(next) || !drafts.has(next)) return at;
    seen.add(next);
    at = next;
  }
}

const inTime = (a: Said, b: Said): number => byCode(`${a.published ?? '9'}${a.id}`, `${b.published ?? '9'}${b.id}`);
