// Mentions in order of the text in; those that an apposition makes one ("Anna Kern, the mayor of Averin,") joined.
import type { Cast, Entity, RawMention } from './cast.ts';
import { KIN_OR_CLERIC } from './chunk.ts';
import { AUX, NUM, PROPN, REL, type TokenView, VERB } from './token-view.ts';

/** Joins neighbours in place: a name with a description after or before it, divided by a comma. */
export function joinAppositions(view: TokenView, cast: Cast, mentions: RawMention[]): void {
  const bodies = new Set<Entity>();
  for (let m = 0; m + 1 < mentions.length; m++) {
    const a = mentions[m];
    if (!a) continue;
    // A possessor or a modifier of the description may stand between: "the mayor of Averin's port, Anna Kern".
    for (let n = m + 1; n < mentions.length && n <= m + 3; n++) {
      const b = mentions[n];
      if (!b || view.sentence[b.head] !== view.sentence[a.head] || b.from - a.to > 14) break;
      if (isBodyNamed(view, a, b)) {
        const described = a.entity;
        describe(b.entity, described);
        // "the group" behind it is the named one too
        for (let later = m; later < mentions.length; later++) {
          const other = mentions[later];
          if (other?.entity !== described) continue;
          mentions[later] = { ...other, entity: b.entity };
        }
        mentions[m] = {
          ...a,
          entity: b.entity,
          rule: 'actors/apposition',
          why: 'a description with its name between commas',
        };
        bodies.add(described);
        break;
      }
      if (b.from < a.to || a.entity === b.entity || a.entity.kind !== 'person' || b.entity.kind !== 'person') continue;
      if (a.entity.named && !b.entity.named && follows(view, a, b)) {
        absorb(mentions, m, a.entity, b);
        break;
      }
      if (!a.entity.named && b.entity.named && precedes(view, a, b)) {
        absorb(mentions, n, b.entity, a);
        break;
      }
    }
  }
  const left = new Set(mentions.map((mention) => mention.entity));
  for (let i = cast.entities.length - 1; i >= 0; i--) {
    const entity = cast.entities[i];
    if (entity && !entity.named && (entity.kind === 'person' || bodies.has(entity)) && !left.has(entity))
      cast.entities.splice(i, 1);
  }
}

/** "The militant organisation, Tarn Watch, said": a body described and its name between commas, and what it does behind. */
function isBodyNamed(view: TokenView, a: RawMention, b: RawMention): boolean {
  const isBody = ({ entity }: RawMention) => entity.kind === 'organisation' || entity.kind === 'group';
  if (!isBody(a) || !isBody(b) || a.entity.named || !b.entity.named || a.entity === b.entity) return false;
  if (view.lower[a.to] !== ',' || b.from - a.to > 2 || !isDetermined(view, a)) return false;
  // "blamed an armed group, the Tarn Watch."
  if (view.lower[b.to] === '.') return true;
  const next = view.upos[b.to + 1];
  return view.lower[b.to] === ',' && (next === VERB || next === AUX);
}

/** "The", "an" or somebody's: one body, and no list. */
function isDetermined({ lower, relation }: TokenView, { from, to, head }: RawMention): boolean {
  if (/^(?:the|an?|its|their|his|her|our)$/.test(lower[from] ?? '')) return true;
  for (let at = from; at < to && at < head; at++) if (relation[at] === REL['nmod:poss']) return true;
  return false;
}

/** What a description says of a body holds of its name. */
function describe(named: Entity, { sector, country, roles }: Entity): void {
  named.sector ??= sector;
  named.country ??= country;
  for (const role of roles) if (!named.roles.includes(role)) named.roles.push(role);
}

/** "Anna Kern, the mayor of Averin, …": only a comma between, and a comma or the end of the phrase after it. */
function follows(view: TokenView, a: RawMention, b: RawMention): boolean {
  if (view.lower[a.to] !== ',' || b.from !== a.to + 1) return false;
  // "Anna Kern, the mayor and the governor met": a list, not an apposition.
  for (let i = b.to; i < b.to + 14 && i < view.length && view.sentence[i] === view.sentence[b.head]; i++) {
    const word = view.lower[i] ?? '';
    if (word === ',' || word === '.' || word === ';' || word === '—') return true;
    // "Anna Kern, the Information Minister spoke": the second comma was forgotten
    if (
      i === b.to &&
      view.upos[i] === VERB &&
      view.lower[i + 1] !== ',' &&
      opens(view, a) &&
      view.lower[b.from] === 'the'
    )
      return true;
    if (word === 'and' || view.upos[i] === VERB || view.upos[i] === AUX)
      return /^(?:who|which|that)$/.test(view.lower[i - 1] ?? '');
  }
  return true;
}

/** A name of two words or more that begins its sentence. */
const opens = ({ sentence }: TokenView, { from, to }: RawMention): boolean =>
  to > from + 1 && sentence[from - 1] !== sentence[from];

/** "the president of the league, Anna Kern, said": a phrase of the description and a comma between. */
function precedes(view: TokenView, a: RawMention, b: RawMention): boolean {
  const comma = beforeAge(view, b.from) - 1;
  // "a former senator -- Anna Kern, who lost -- said"
  const dash = comma === a.to && /^(?:--|—|–)$/.test(view.lower[comma] ?? '');
  if ((view.lower[comma] !== ',' && !dash) || view.upos[b.head] !== PROPN) return false;
  if (comma > a.to && !/^(?:of|for|at|in|to|from|with|on)$/.test(view.lower[a.to] ?? '')) return false;
  if (b.from - a.to > 14) return false;
  for (let i = a.to; i < comma; i++) {
    if (view.upos[i] === VERB || view.upos[i] === AUX || view.lower[i] === ',') return false;
    // "their candidate in response to her brother, Anna Kern": somebody nearer by is who is named
    if (/^(?:his|her|their|its|my|our)$/.test(view.lower[i] ?? '') && i > a.to + 1) return false;
  }
  return true;
}

/** "Another man, 19-year-old Omar Kern": where the words begin that tell the age before a name; where the name does, if none do. */
const beforeAge = ({ lower, upos }: TokenView, from: number): number =>
  lower[from - 1] === 'old' && lower[from - 3] === 'year' && upos[from - 5] === NUM ? from - 5 : from;

/** The description's title, sector and country become the name's; its mentions refer to the name from here on. */
function absorb(mentions: RawMention[], at: number, entity: Entity, description: RawMention): void {
  const other = description.entity;
  entity.title ??= other.title ?? other.name;
  // "the boy's father, Ivan Holt": whose he is says not what he is
  if (!other.roles.some((role) => KIN_OR_CLERIC.test(role))) entity.sector ??= other.sector;
  entity.country ??= other.country;
  entity.gender ??= other.gender;
  for (const role of other.roles) if (!entity.roles.includes(role)) entity.roles.push(role);
  for (let i = Math.max(0, at - 4); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention?.entity === other)
      mentions[i] = {
        ...mention,
        entity,
        rule: mention === description ? 'actors/apposition' : mention.rule,
        why: mention === description ? 'an apposition: who it is, said beside the name' : mention.why,
      };
  }
}
