// A pronoun's kind and an actor in, whether the one may mean the other by number and gender out.
import type { Entity, RawMention } from '../actors/cast.ts';
import type { TokenView } from '../actors/token-view.ts';

export type Kind = 'he' | 'she' | 'it' | 'they' | 'i' | 'we' | 'who';

/** Bodies of several that are one in grammar: "the army said it". */
const COLLECTIVE =
  /(?:army|navy|air force|ministry|government|court|militia|junta|regime|parliament|committee|council|mission|delegation|brigade|battalion|regiment|corps|patrol|unit|bloc|front|gang|cartel|guard|assembly|senate|congress|tribunal|party|group|company|movement|coalition|union|agency|team|force|alliance|cabinet|administration|opposition|faction|embassy|military|network|organi[sz]ation)$/i;

/** "The Tarn Relief Forces said it was ready": a name of many that is one body's. */
const FORCES = /\p{Lu}.* Forces$/u;

export function fits(kind: Kind, entity: Entity): boolean {
  switch (kind) {
    case 'he':
      return entity.kind === 'person' && entity.gender !== 'f';
    case 'she':
      return entity.kind === 'person' && entity.gender !== 'm';
    case 'it':
      return (
        entity.kind !== 'person' &&
        (!entity.plural || COLLECTIVE.test(entity.name) || (entity.named && FORCES.test(entity.name)))
      );
    case 'they':
      return entity.plural || entity.kind === 'group' || entity.kind === 'organisation';
    default:
      return false;
  }
}

/** "The group", "Hezbollah": many who are one in grammar, by the words of the mention. */
export const isOneBody = (view: TokenView, { entity, head, manner }: RawMention): boolean =>
  entity.kind === 'group' &&
  manner !== 'pronoun' &&
  (ONE.has(view.tag(head)) || (manner === 'name' && !view.lower[head]?.endsWith('s'))) &&
  (entity.named || COLLECTIVE.test(view.lower[head] ?? ''));

/** "The council", "a court": a noun for one body, which is seldom called "they". */
export const isBody = ({ lower, tag }: TokenView, { entity, head }: RawMention): boolean =>
  !entity.named && tag(head) === 'NN' && ONE_BODY.test(lower[head] ?? '');

const ONE_BODY =
  /^(?:court|tribunal|council|ministry|government|parliament|committee|assembly|senate|congress|commission|agency|bank|company|firm|university|cabinet|army|navy|union|party|jury)$/;

const ONE: ReadonlySet<string> = new Set(['NN', 'NNP']);
