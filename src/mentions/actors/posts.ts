// Mentions in order of the text in; persons whose post in a body is told beside their name given that body's sector: "Kern, chairman of the Duma's committee", "Holt, who heads the league".
import type { Entity, RawMention } from './cast.ts';
import { ADP, AUX, type TokenView, VERB } from './token-view.ts';

/** Those who belong to a body, by what they are there. */
const POSTS: ReadonlySet<string> = new Set([
  'chairman', 'chairwoman', 'chairperson', 'chair', 'co-chair', 'president', 'vice-president', 'member', 'head', 'leader', 'co-leader', 'director', 'founder', 'co-founder', 'boss', 'chief', 'secretary', 'secretary-general', 'treasurer', 'official', 'lawmaker', 'legislator', 'deputy', 'mp', 'spokesman', 'spokeswoman', 'spokesperson', 'representative', 'commander', 'coordinator', 'co-ordinator', 'negotiator', 'organiser', 'organizer', 'figure', 'cadre', 'fighter', 'activist', 'candidate', 'convener', 'convenor', 'whip',
]); // biome-ignore format: one table
/** Posts that a government gives as well as a party, a charity or a band. */
const ANYWHERE =
  /^(?:deputy |vice |senior |former |top )?(?:head|leader|chief|director|spokes(?:man|woman|person)|official|boss|commander|representative|deputy|coordinator|secretary|president)$/;
const LEADING: ReadonlySet<string> = new Set([
  'heads',
  'chairs',
  'leads',
  'runs',
  'commands',
  'headed',
  'chaired',
  'co-chairs',
  'represents',
  'directs',
]);
const OF: ReadonlySet<string> = new Set(['of', 'for', 'with', 'at', 'in', 'from']);
/** Words between the comma and the post, and between the preposition and the body. */
const NEAR = 5;
/** Bodies whose people speak and act for something. */
const BODILESS: ReadonlySet<string | null> = new Set([null, 'CVL', 'PRI']);

/** Whose members are many, and speak for nobody. */
const AT_LARGE: ReadonlySet<string | null> = new Set(['REL', 'CRM', 'SOC', 'BUS', 'EDU', 'LAB', 'MED']);
const LAWMAKERS = /^(?:lawmaker|legislator|mp)$/;

/** Changes the entities of the mentions in place. */
export function givePosts(view: TokenView, mentions: readonly RawMention[]): void {
  for (let m = 0; m < mentions.length; m++) {
    const { entity, to } = mentions[m] as RawMention;
    if (entity.kind !== 'person' || !entity.named || view.lower[to] !== ',') continue;
    const post = postBehind(view, to + 1);
    if (post < 0) continue;
    const body = bodyBehind(view, mentions, m, post + (POSTS.has(view.lower[post] ?? '') ? 2 : 1));
    if (body) give(entity, body, view.lower[post] ?? '');
  }
}

/** The word that is a post, or the verb of "who heads"; -1 where neither stands there. */
function postBehind(view: TokenView, from: number): number {
  const { lower, upos, length } = view;
  if (lower[from] === 'who') return LEADING.has(lower[from + 1] ?? '') ? from + 1 : -1;
  for (let at = from; at < Math.min(from + NEAR, length); at++) {
    const word = lower[at] ?? '';
    if (word === ',' || word === 'former' || word === 'ex' || upos[at] === VERB || upos[at] === AUX || upos[at] === ADP) return -1;
    if (POSTS.has(word) && OF.has(lower[at + 1] ?? '')) return at;
  }
  return -1;
} // biome-ignore format: one condition a line

/** The first body behind; null where a person or nothing known stands there. */
function bodyBehind(view: TokenView, mentions: readonly RawMention[], m: number, from: number): Entity | null {
  for (let next = m + 1; next < mentions.length && next < m + 5; next++) {
    const { entity, from: at, head } = mentions[next] as RawMention;
    if (at < from) continue;
    if (at > from + NEAR || view.sentence[head] !== view.sentence[from]) return null;
    for (let between = from; between < at; between++)
      if (view.lower[between] === ',' || view.upos[between] === VERB || view.upos[between] === AUX) return null;
    if (entity.kind === 'person') return null;
    // "the head of the country's army": the land is whose army it is
    if (entity.kind !== 'state' && !BODILESS.has(entity.sector)) return entity;
  }
  return null;
}

function give(person: Entity, body: Entity, post: string): void {
  const loose = person.sector === 'GOV' && person.title !== null && ANYWHERE.test(person.title.toLowerCase());
  if ((person.sector !== null && !loose) || (post === 'member' && AT_LARGE.has(body.sector))) return;
  person.sector = LAWMAKERS.test(post) ? 'LEG' : body.sector;
  if (loose || person.country === null) person.country = body.country ?? person.country;
  if (person.title === null && POSTS.has(post)) person.title = post;
}
