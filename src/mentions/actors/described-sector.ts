// The noun that describes somebody in, their sector out: of an officer that of the service, of a spokeswoman that of those she speaks for.
import type { Context } from './chunk.ts';
import { agentOf } from './described.ts';
import type { Agent } from './lexicon.ts';
import { DET, type TokenView } from './token-view.ts';

/** Bodies that fight: who serves one is of its sector. */
const FIGHTING: ReadonlySet<string | null> = new Set(['MIL', 'REB', 'PRM', 'UAF', 'SPY']);
const RANKS = /^(?:officers?|commanders?|fighters?|soldiers?|gunm[ae]n|units?)$/;
/** Who looks into things for a body of several states is none of the police or of a university. */
const SENT = /^(?:inspectors?|investigators?|experts?|monitors?|observers?)$/;
/** Null where nothing tells it. */
export function describedSector(
  view: TokenView,
  head: number,
  agent: Agent | undefined,
  { body, sectorOfBody }: Context,
): string | null {
  const { lower } = view;
  const word = lower[head] ?? '';
  if (!agent || agent.sector === 'UNK') return sectorOfBody ?? null;
  if (sectorOfBody && agent.sector === 'GOV') return sectorOfBody;
  // "Front commanders", "officers of the Guard": of the body that they fight for
  if (sectorOfBody && FIGHTING.has(sectorOfBody) && RANKS.test(word)) return sectorOfBody;
  if (body?.country === 'IGO' && SENT.test(word)) return 'IGO';
  // "a family spokeswoman", "a hospital spokesman": theirs for whom they speak
  if (/^spokes/.test(word) && agent.sector === 'GOV') return spokenFor(view, head) ?? agent.sector;
  // "a sheriff's deputy", "deputies … Sheriff Holt": where a report has a sheriff they are his
  if (/^deput(?:y|ies)$/.test(word) && lower.includes('sheriff')) return 'COP';
  if (word === 'convoy') return convoySector(view, head);
  // "a film director", "the firm's directors": of no government
  if (word === 'directors' || (word === 'director' && PRIVATE.test(lower[head - 1] ?? ''))) return null;
  // "a superintendent of schools", "assistant superintendent": in a report on schools none of the police
  if (word === 'superintendent' && SCHOOLS.some((one) => lower.includes(one))) return 'EDU';
  return agent.sector;
}
const PRIVATE =
  /^(?:film|movie|music|musical|art|arts|artistic|creative|funeral|marketing|sales|campaign|data|project|managing|athletic|casting|stage|theat(?:er|re)|company|editorial|news|technical|sporting|choir|museum|festival|digital|advertising|design|hospital|gallery|opera|orchestra|ballet|tournament|racing|team)$/;
const SCHOOLS = ['schools', 'school'];

/** "An aid convoy": of those who help; soldiers' where no report tells of help. */
export function convoySector({ lower }: TokenView, head: number): string {
  const before = lower[head - 1] ?? '';
  if (/^(?:aid|relief|food|humanitarian|medical|u\.n\.|un)$/.test(before)) return 'SOC';
  if (/^(?:refugee|civilian|evacuee|bus|evacuation|wedding|protest|truck(?:er)?s?)$/.test(before)) return 'CVL';
  return !/^(?:military|army|troop|police|supply)$/.test(before) && lower.includes('humanitarian') ? 'SOC' : 'MIL';
}

/** The sector of the noun right before a spokesman; null where it tells none. */
function spokenFor(view: TokenView, head: number): string | null {
  const sector = agentOf(view, head - 1)?.sector;
  return sector && sector !== 'UNK' ? sector : null;
}

/** "A birthday party", "at a party": what is held, and no body. */
export function isFeast({ lower, upos }: TokenView, head: number): boolean {
  if (!/^part(?:y|ies)$/.test(lower[head] ?? '')) return false;
  if (FEASTS.has(lower[head - 1] ?? '')) return true;
  return lower[head - 2] === 'at' && upos[head - 1] === DET && lower[head - 1] !== 'the';
}
const FEASTS: ReadonlySet<string> = new Set([
  'birthday', 'graduation', 'dinner', 'cocktail', 'garden', 'house', 'pool', 'wedding', 'engagement', 'holiday', 'christmas', 'halloween', 'office', 'block', 'beach', 'farewell', 'tea', 'launch', 'dance', 'prom', 'victory', 'costume', 'lawn', 'barbecue', 'college',
]); // biome-ignore format: one table
