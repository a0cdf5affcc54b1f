// An operation and the event in its complement in, the event that the two make together out: "refused" with a meeting is REJECT.
import type { Code, EventType } from './event.ts';

/**
 * What an operator does to its complement:
 * agree, accept, promise, offer, invite: a cooperative event becomes AGREE, yielding CONCEDE;
 * threaten: THREATEN; refuse, cancel: REJECT; request, want: REQUEST; stop: RETREAT, CONCEDE or SANCTION;
 * violate: ASSAULT of a broken truce; help: AID; force: COERCE;
 * go: the event itself ("launched an attack", "held talks"); undergo: the event with the subject acted upon;
 * order, announce, try: the event itself where a noun names it; let, cause, judge: nothing of their own;
 * plan: the event to come; maybe: the event in thought; deny, fail: the event that did not happen.
 */
export const OPERATIONS = [
  'agree', 'accept', 'promise', 'invite', 'threaten', 'refuse', 'request', 'want', 'order', 'deny', 'fail', 'plan', 'maybe', 'try', 'go', 'cause',
  'undergo', 'stop', 'cancel', 'judge', 'violate', 'help', 'let', 'force', 'announce', 'offer',
] as const; // biome-ignore format: one table
export type Operation = (typeof OPERATIONS)[number];

const HELPFUL: ReadonlySet<EventType> = new Set(['AID', 'COOPERATE', 'SUPPORT']);
const YIELDING: ReadonlySet<EventType> = new Set(['CONCEDE', 'RETREAT']);
const HOSTILE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST']);

const INTENDED: Partial<Record<EventType, string>> = {
  AID: '033', COOPERATE: '031', SUPPORT: '032', CONSULT: '036', AGREE: '030',
}; // biome-ignore format: one table
const THREATENED: Partial<Record<EventType, readonly [mode: string | null, cameo: string]>> = {
  ASSAULT: ['violence', '138'],
  MOBILIZE: ['violence', '138'],
  COERCE: ['restrict', '132'],
  SANCTION: ['relations', '131'],
  REJECT: ['relations', '134'],
  PROTEST: [null, '133'],
};

/** Threats that PLOVER tells apart by what is threatened. */
const BY_MODE: Readonly<Record<string, readonly [mode: string | null, cameo: string]>> = {
  'COERCE/arrest': ['arrest', '137'],
  'COERCE/seize': ['territory', '1382'],
  'COERCE/deport': ['expel', '137'],
  'SANCTION/expel': ['expel', '136'],
};

const code = (type: EventType, mode: string | null, cameo: string): Code => ({ type, mode, cameo });

/** Whether it is an agreement, promised or concluded. */
export const isAccord = ({ type, cameo }: Code): boolean => type === 'AGREE' || cameo === '057';

/** "Failed to cooperate with the inspectors": not done, that is a refusal. */
export const isJoint = (one: Code): boolean => isAccord(one) || (one.type === 'COOPERATE' && one.cameo === '060');

/** The code of an operator with its complement; null when the two make no event. `inner` as coded by itself. */
export function composed(operation: Operation, inner: Code): Code | null {
  const { type } = inner;
  switch (operation) {
    case 'fail':
      return isJoint(inner) ? code('REJECT', null, '120') : inner;
    case 'agree':
    case 'accept':
    case 'promise':
      if (operation === 'accept' && type === 'REQUEST') return code('CONCEDE', null, '080');
      // "endorsed an inquiry": somebody else's
      if (operation === 'accept' && type === 'ACCUSE') return null;
      // consent to pull back or release is an agreement, a promise of it a concession; giving in stays what it is
      if (YIELDING.has(type))
        return code(operation === 'promise' || type === 'CONCEDE' ? 'CONCEDE' : 'AGREE', null, '035');
      // "committed to sending troops": to help as often as to harm
      if (type === 'MOBILIZE') return inner;
      if (HOSTILE.has(type)) return operation === 'promise' ? threatened(inner) : operation === 'agree' ? inner : null;
      return type in INTENDED ? code('AGREE', null, INTENDED[type] as string) : inner;
    case 'offer':
      if (HOSTILE.has(type)) return code('AGREE', null, '030');
      return YIELDING.has(type)
        ? code(type === 'CONCEDE' ? 'CONCEDE' : 'AGREE', null, '035')
        : type in INTENDED
          ? code('AGREE', null, INTENDED[type] as string)
          : inner;
    case 'invite':
      return code('AGREE', null, '036');
    case 'threaten':
      return threatened(inner);
    case 'refuse':
    case 'cancel':
      if (operation === 'cancel' && type === 'PROTEST') return code('CONCEDE', null, '082');
      if (type === 'CONSULT') return code('REJECT', 'meet', '125');
      if (type === 'AID') return code('REJECT', 'assist', '122');
      if (type === 'AGREE') return code('REJECT', 'change', '127');
      if (HELPFUL.has(type)) return code('REJECT', 'assist', '121');
      if (YIELDING.has(type)) return code('REJECT', 'yield', '124');
      if (type === 'REQUEST') return code('REJECT', 'change', '123');
      return code('REJECT', null, '120');
    case 'request':
    case 'want':
      if (type === 'CONSULT' || type === 'AGREE') return code('REQUEST', 'meet', type === 'AGREE' ? '107' : '106');
      if (type === 'AID') return code('REQUEST', 'assist', '103');
      if (HELPFUL.has(type)) return code('REQUEST', 'assist', type === 'SUPPORT' ? '102' : '101');
      if (YIELDING.has(type)) return code('REQUEST', 'yield', '105');
      return code('REQUEST', 'change', '104');
    case 'stop':
      if (type === 'ASSAULT') return code('RETREAT', 'ceasefire', '087');
      // "overturned the conviction": pardoned by a court
      if (inner.mode === 'convict') return code('CONCEDE', null, '056');
      if (type === 'SANCTION' || type === 'COERCE') return code('RETREAT', null, '085');
      if (type === 'PROTEST') return code('CONCEDE', null, '082');
      if (type === 'ACCUSE') return code('CONCEDE', null, '080');
      if (type === 'AID') return code('SANCTION', 'discontinue', '162');
      if (type === 'COOPERATE' || type === 'SUPPORT') return code('SANCTION', 'discontinue', '161');
      // "will stop recruiting": less of what armies do
      if (type === 'MOBILIZE') return code('RETREAT', null, '087');
      return type === 'CONSULT' ? code('SANCTION', 'discontinue', '164') : null;
    case 'violate':
      // a broken truce is fighting, a broken treaty defiance
      if (type === 'AGREE') return code('REJECT', null, '128');
      return YIELDING.has(type) ? code('ASSAULT', null, '196') : null;
    case 'help':
      return code('AID', null, '070');
    case 'force':
      return code('COERCE', 'restrict', '172');
    default:
      return inner;
  }
}

const MENACES: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION']);

/** "Will not hesitate to strike": a threat; null for what harms nobody. */
export const menaced = (inner: Code): Code | null => (MENACES.has(inner.type) ? threatened(inner) : null);

/** Nouns for being ready, like the adjective: "its readiness to strike" threatens. */
export const READY: ReadonlySet<string> = new Set(['readiness', 'willingness', 'preparedness']);

/** The operation that an operator has on this complement: who is "ready to attack" threatens, where "agreed to attack" is an attack to come. */
export const ruling = (operation: Operation, inner: Code, adjective: boolean): Operation =>
  operation === 'agree' && adjective && MENACES.has(inner.type) ? 'threaten' : operation;

/** "Called for sanctions against Dorvania": rallying others against somebody; null for what is asked of the one told. */
export function opposing(operation: Operation, { code: inner, patients }: { code: Code; patients: readonly number[] }, verbal: boolean): Code | null {
  if (operation !== 'request' || (verbal && inner.type !== 'PROTEST') || patients.length === 0) return null;
  if (inner.mode === 'investigate') return null;
  if (inner.type === 'PROTEST' || inner.type === 'COERCE' || inner.type === 'SANCTION' || inner.type === 'ACCUSE') return code('ACCUSE', 'disapprove', '113');
  return null;
} // biome-ignore format: one line each

/** "Will not release them": what somebody says they will not do is a refusal; null for what nobody else wants of them. */
export function declined(inner: Code): Code | null {
  return HELPFUL.has(inner.type) || YIELDING.has(inner.type) || inner.type === 'CONSULT' || inner.type === 'AGREE'
    ? composed('refuse', inner)
    : null;
}

/** An event that is still to come: PLOVER codes a cooperative one as AGREE, a withdrawal or release as CONCEDE. */
export function announced(inner: Code): Code {
  if (inner.type === 'RETREAT') return code('CONCEDE', null, '035');
  if (inner.type === 'AGREE' || !(inner.type in INTENDED)) return inner;
  return code('AGREE', null, INTENDED[inner.type] as string);
}

/**
 * "Agreed with Dorvania to deport them", "agreed to an inspection": what two agree on with each other is an agreement
 * whatever is to be done to others, and so is consent to be looked into or to what was asked for.
 */
export function agreedWith(operation: Operation, inner: Code, verbal: boolean, others: boolean): Code | null {
  if (operation !== 'agree') return null;
  const consent = verbal ? others && HOSTILE.has(inner.type) : inner.type === 'ACCUSE' || inner.type === 'REQUEST';
  return consent ? code('AGREE', null, '030') : null;
}

/** What those who will do it say they will do: hostile deeds to come are threats; other codes as they are. */
export function foretold(inner: Code): Code {
  return inner.type === 'ASSAULT' || inner.type === 'COERCE' || inner.type === 'SANCTION' || inner.mode === 'boycott' || inner.mode === 'strike'
    ? threatened(inner)
    : inner; // biome-ignore format: one condition
}

function threatened({ type, mode: of }: Code): Code {
  const [mode, cameo] = BY_MODE[`${type}/${of}`] ?? THREATENED[type] ?? [null, '130'];
  return code('THREATEN', mode, cameo);
}
