// A claim's speaker and outlet in, its origin out: whose word it is in the end, and what kind of witness that is.
import type { Reading, ReadingActor, ReadingStatement } from '../reading/schema.ts';

/** What kind of source stands behind a claim; closed, documented in docs/ledger.md. */
export const CLASSES = [
  'document',
  'independent',
  'official',
  'own reporting',
  'witness',
  'unnamed',
  'party to the conflict',
] as const;
export type OriginClass = (typeof CLASSES)[number];

/** Who said ← via whom ← which outlet. */
export interface Chain {
  /** Name of who says it, as resolved in the report; null where the outlet itself does or nobody is named. */
  readonly speaker: string | null;
  /** As printed: "the mayor", "officials"; null where the outlet itself says it. */
  readonly printed: string | null;
  /** Through what it was said ("CBS News", "a statement"); null if unsaid. */
  readonly via: string | null;
  /** Office or kind of speaker in lower case ("mayor"); null where none is told. A record may know a mayor by name. */
  readonly role: string | null;
  /** The outlet; null when the report does not name it. */
  readonly outlet: string | null;
  readonly class: OriginClass;
  /** Same key, same origin: ten reprints of a mayor are one, a mayor and a governor in one story are two. */
  readonly key: string;
}

const LOCAL =
  /\b(?:mayor|governor|police|hospital|doctor|medic|rescue|emergency|fire|ambulance|health|civil defen[cs]e|prosecutor|coroner|municipal|local|regional|district|city)\b/i;
const DOCUMENT = /\b(?:report|document|indictment|court papers|filing|communiqu[eé]|archive|records?)\b/i;
const UNNAMED = /\b(?:anonym|not to be named|on condition|sources?|familiar with|unidentified)\b/i;
const WITNESS = /\b(?:resident|witness|survivor|villager|neighbou?r|relative|bystander|passer)/i;

/** The countries whose government or forces act or are acted upon in a report's events: its parties to the conflict. */
export function partiesOf(reading: Reading): ReadonlySet<string> {
  const country = new Map(reading.actors.map(({ id, country: code }) => [id, code]));
  const parties = new Set<string>();
  for (const { type, actors, recipients } of reading.events) {
    if (type !== 'ASSAULT' && type !== 'MOBILIZE') continue;
    for (const id of [...actors, ...recipients]) {
      const code = country.get(id);
      if (code) parties.add(code);
    }
  }
  return parties;
}

/** The chain of a claim that `statement` makes; null for what the report says itself. */
export function chainOf(reading: Reading, statement: ReadingStatement | null, parties: ReadonlySet<string>): Chain {
  const outlet = reading.report.source;
  const via = statement?.channel?.text ?? null;
  if (!statement) {
    return {
      speaker: null,
      printed: null,
      via,
      role: null,
      outlet,
      class: 'own reporting',
      key: `outlet:${(outlet ?? reading.report.id).toLowerCase()}`,
    };
  }
  const actor = fullerOf(reading, reading.actors.find(({ id }) => id === statement.speaker) ?? null);
  const printed = statement.speakerSpan?.text ?? actor?.name ?? null;
  const kind = classOf(actor, printed, via, parties);
  const name = actor?.name ?? printed;
  return {
    speaker: actor?.name ?? null,
    printed,
    via,
    role: roleOf(actor, printed),
    outlet,
    class: kind,
    key: name === null ? `unnamed:${reading.report.id}` : `says:${name.toLowerCase().replace(/^(?:the|an?) /, '')}`,
  };
}

/** "The ministry" is the only ministry that the report names in full; a body that is named stays itself. */
function fullerOf({ actors }: Reading, actor: ReadingActor | null): ReadingActor | null {
  if (!actor || actor.kind === 'person' || !/^(?:the\s+)?[a-z]+$/.test(actor.name)) return actor;
  const noun = actor.name.replace(/^the\s+/, '');
  const named = actors.filter(
    ({ id, name }) => id !== actor.id && name.toLowerCase().split(/\s+/).slice(1).includes(noun),
  );
  const [only, second] = named;
  return only && !second ? only : actor;
}

const ROLE =
  /\b(mayor|governor|president|prime minister|(?:foreign|defen[cs]e|interior|health|energy) minist(?:er|ry)|minister|police chief|police|army|military|general staff|hospital|health ministry|coroner|fire chief|prosecutor|spokes(?:man|woman|person)|envoy)\b/i;

function roleOf(actor: ReadingActor | null, printed: string | null): string | null {
  return ROLE.exec(`${actor?.title ?? ''} ${printed ?? ''} ${actor?.name ?? ''}`)?.[1]?.toLowerCase() ?? null;
}

/**
 * The same claims with the origins of one happening told apart as a reader does: "the city's mayor" is the mayor whom
 * another claim names, as long as only one person of that office is named.
 */
export function withNamedOrigins<C extends { readonly chain: Chain }>(claims: readonly C[]): C[] {
  const named = new Map<string, Map<string, Chain>>();
  for (const { chain } of claims) {
    if (chain.role === null || chain.speaker === null || !isName(chain.speaker)) continue;
    const list = named.get(chain.role) ?? new Map<string, Chain>();
    named.set(chain.role, list.set(chain.key, chain));
  }
  return claims.map((claim) => {
    const { chain } = claim;
    if (chain.role === null || (chain.speaker !== null && isName(chain.speaker))) return claim;
    const [only, second] = [...(named.get(chain.role)?.values() ?? [])];
    return only && !second
      ? { ...claim, chain: { ...chain, speaker: only.speaker, key: only.key, class: only.class } }
      : claim;
  });
}

/** Two words or more, each in capitals: a person or a body by its name. */
const isName = (speaker: string): boolean =>
  /^\p{Lu}\S*(?:\s+\S+)*\s+\p{Lu}/u.test(speaker) && !/[’']s\b/.test(speaker);

function classOf(
  actor: ReadingActor | null,
  printed: string | null,
  via: string | null,
  parties: ReadonlySet<string>,
): OriginClass {
  const words = `${actor?.title ?? ''} ${printed ?? ''} ${actor?.name ?? ''}`;
  if (UNNAMED.test(words)) return 'unnamed';
  if (WITNESS.test(words)) return 'witness';
  if (!actor) return printed !== null && DOCUMENT.test(printed) ? 'document' : 'unnamed';
  if (DOCUMENT.test(words) || (via !== null && /\breport\b/i.test(via) && actor.kind !== 'person')) return 'document';
  if (actor.country === 'IGO' || actor.country === 'NGO' || actor.sector === 'IGO' || actor.sector === 'NGO')
    return 'independent';
  if (LOCAL.test(words) || actor.sector === 'COP' || actor.sector === 'MED' || actor.sector === 'JUD')
    return 'official';
  if (actor.sector === 'REB' || actor.sector === 'MIL' || actor.sector === 'PRM' || actor.sector === 'UAF')
    return 'party to the conflict';
  if (actor.sector === 'GOV' || actor.sector === 'SPY')
    return actor.country !== null && parties.has(actor.country) ? 'party to the conflict' : 'official';
  if (actor.sector === 'CVL') return 'witness';
  return actor.kind === 'person' || actor.kind === 'group' ? 'witness' : 'official';
}
