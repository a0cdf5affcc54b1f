// A parsed text in, its cast out: every actor with its country, sector and title, and all words that refer to it.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Issue } from '../../report/issue.ts';
import { resolvePronouns } from '../coreference/pronouns.ts';
import { meanTwo } from '../coreference/two-named.ts';
import type { Mention } from '../mention.ts';
import { findUtterances } from '../statements/find-utterances.ts';
import type { Actor, Found, Reference } from './actor.ts';
import { Cast, type RawMention } from './cast.ts';
import { readChunks } from './chunks.ts';
import type { OwnActors } from './own-actors.ts';
import { countryByOwner } from './owners-country.ts';
import { givePosts } from './posts.ts';
import { viewTokens } from './token-view.ts';

/** The cast of a report; `own` holds actors that the user added. Never throws on what it reads; what stays unresolved is told in `issues`. */
export function findActors(parsed: Parsed, own: OwnActors | null = null): Found {
  const view = viewTokens(parsed, own);
  const { all: utterances } = findUtterances(parsed);
  const cast = new Cast();
  const published = parsed.text.report.published;
  const speakers = new Set<number>();
  for (const utterance of utterances) {
    if (!utterance.speaker) continue;
    // The tree heads a name by its first word, a phrase is read by its last.
    speakers.add(utterance.speaker.head);
    speakers.add(utterance.speaker.to - 1);
  }
  const raw: RawMention[] = readChunks(view, cast, speakers, published);
  givePosts(view, raw);
  const issues: Issue[] = [];
  const several = new Map<number, readonly number[]>();
  const pronouns = resolvePronouns(view, raw, utterances, issues, several);
  meanTwo(view, raw, several);
  countryByOwner(view, raw, pronouns);
  const mentions = [...raw, ...pronouns].sort((a, b) => a.from - b.from || b.to - a.to);
  const met = new Set(mentions.map((mention) => mention.entity));
  const entities = cast.entities.filter((entity) => met.has(entity));
  const number = new Map(entities.map((entity, index) => [entity, index] as const));
  const mentionAt = new Int32Array(view.length).fill(-1);
  const list: Mention<Reference>[] = mentions.map((mention, index) => {
    for (let i = mention.from; i < mention.to; i++) {
      const other = mentions[mentionAt[i] ?? -1];
      if (!other || other.to - other.from >= mention.to - mention.from) mentionAt[i] = index;
    }
    return {
      span: { start: view.start[mention.from] ?? 0, end: view.end[mention.to - 1] ?? 0 },
      head: mention.head,
      value: { actor: number.get(mention.entity) ?? 0, manner: mention.manner },
      basis: mention.manner === 'name' ? 'stated' : 'implied',
      rule: mention.rule,
      why: mention.why,
      from: [],
    };
  });
  // A mention's own head belongs to it even where a shorter mention ("Trump" in "Trump's envoy") has other words.
  mentions.forEach((mention, index) => {
    const other = mentions[mentionAt[mention.head] ?? -1];
    if (!other || other.head !== mention.head) mentionAt[mention.head] = index;
  });
  const actors: Actor[] = entities.map(({ name, kind, country, sector, title, gender }) => ({
    name,
    kind,
    country,
    sector,
    title,
    gender,
  }));
  return { actors, mentions: list, mentionAt, several, issues };
}
