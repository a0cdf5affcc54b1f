// A decision as asked for in, checked against the record and kept; or refused with what is wrong.
import { CLAIM_KINDS, type ClaimKind, type Fields } from '../record/claim.ts';
import { type Decision, DecisionError, type Detail, type NewDecision } from '../record/decision.ts';
import { actorFromId, placeFromId } from '../record/entity.ts';
import { dependantsOf, touches } from '../record/fold.ts';
import { isEntity } from './apply-decision.ts';
import { decisionsByNumber, withTargets } from './decisions-upon.ts';
import type { Db } from './engine.ts';
import { addedClaimId, keepDecision } from './keep.ts';
import type { ClaimTable } from './tables.ts';
import type { Writing } from './writing.ts';

/** Things of layers above claims, which the store keeps decisions upon without knowing them. */
const FOREIGN = /^(?:incident|issue|commitment|meeting|flag|fact|proposal|series|view|figures?):/;
const MOST_TARGETS = 10_000;

export async function decide(writing: Writing, asked: NewDecision): Promise<Decision> {
  const { targets, detail, by } = asked;
  if (by.trim() === '') throw malformed('say who decides');
  if (detail.act === 'withdraw') throw malformed('a decision is taken back with undo, which names what stands on it');
  if (targets.length > MOST_TARGETS)
    throw malformed(`a decision may have ${MOST_TARGETS} targets, not ${targets.length}`);
  if (new Set(targets).size !== targets.length) throw malformed('a target is named twice');
  if (targets.length === 0 && detail.act !== 'add') throw malformed('say what is decided upon');
  if (targets.length > 0 && detail.act === 'add')
    throw malformed('a claim that is added has a report and words, no target');
  const rows = await rowsOf(writing.trx, targets, detail.act);
  const contents = targets.map((target) => rows.get(target)?.content ?? null);
  switch (detail.act) {
    case 'edit':
      return keepDecision(writing, asked, contents, () => editOf(detail, targets, rows));
    case 'add': {
      const sound = await checkedAdd(writing.trx, detail);
      return keepDecision(writing, asked, contents, (arrival) => ({
        ...sound,
        claim: addedClaimId(sound.report, sound.kind, sound.selections[0].start, sound.selections[0].end, arrival),
      }));
    }
    case 'merge':
      return keepDecision(writing, asked, contents, await mergeOf(writing.trx, detail.into, targets));
    case 'split':
      if (detail.into !== null && !targets.includes(detail.into))
        throw malformed(`“into” is ${detail.into}; of a split it must be one of the targets, or null`);
      return keepDecision(writing, asked, contents, () => detail);
    case 'link':
      await rowsOf(writing.trx, [detail.to], 'link');
      if (!/^[a-z][a-z -]{0,40}$/.test(detail.relation))
        throw malformed(
          `the relation is ${JSON.stringify(detail.relation)}; give a few words such as “answers” or “part of”`,
        );
      return keepDecision(writing, asked, contents, () => detail);
    case 'comment':
      if (detail.text.trim() === '') throw malformed('the comment is empty');
      return keepDecision(writing, asked, contents, () => detail);
    default:
      return keepDecision(writing, asked, contents, () => detail);
  }
}

const malformed = (message: string) => new DecisionError('decision/malformed', message);

/** The current rows of those targets that are claims. Throws for a target that the record does not hold. */
async function rowsOf(db: Db, targets: readonly string[], act: string): Promise<Map<string, ClaimTable>> {
  const rows = new Map<string, ClaimTable>();
  const claims = targets.filter((id) => /^[^:]+\.[a-z]\d/.test(id));
  for (let from = 0; from < claims.length; from += 500)
    for (const row of await db
      .selectFrom('claim')
      .selectAll()
      .where('id', 'in', claims.slice(from, from + 500))
      .where('until', 'is', null)
      .execute())
      rows.set(row.id, row);
  const unknown = claims.filter((id) => !rows.has(id));
  const others = targets.filter((id) => !rows.has(id) && !claims.includes(id) && !FOREIGN.test(id));
  for (const id of others) {
    if (['accept', 'reject', 'reopen', 'edit'].includes(act) && (isEntity(id) || /^r[0-9a-f]+$/.test(id)))
      throw malformed(`${id} is no claim; a claim can be accepted, rejected or edited`);
    if (!(await exists(db, id))) unknown.push(id);
  }
  if (unknown.length > 0)
    throw new DecisionError(
      'decision/unknown-target',
      `the record holds no ${unknown.slice(0, 3).join(', ')}${unknown.length > 3 ? ` and ${unknown.length - 3} more` : ''}`,
    );
  return rows;
}

async function exists(db: Db, id: string): Promise<boolean> {
  const table = /^(?:geonames|place):/.test(id)
    ? 'place'
    : isEntity(id)
      ? 'actor'
      : /^d\d+$/.test(id)
        ? 'decision'
        : 'report';
  const row =
    table === 'decision'
      ? await db
          .selectFrom('decision')
          .select('arrival')
          .where('arrival', '=', Number(id.slice(1)))
          .executeTakeFirst()
      : await db
          .selectFrom(table as 'report')
          .select('id')
          .where('id', '=', id)
          .executeTakeFirst();
  return row !== undefined;
}

/** An edit with what stood there before; the field must be one that the claim has. */
function editOf(
  detail: Extract<Detail, { act: 'edit' }>,
  targets: readonly string[],
  rows: ReadonlyMap<string, ClaimTable>,
): Detail {
  const before: unknown[] = [];
  for (const target of targets) {
    const row = rows.get(target);
    if (!row) throw malformed(`${target} is no claim of this record; only claims have fields`);
    const fields = JSON.parse(row.fields) as Fields;
    if (!(detail.field in fields) && !(detail.field in (DEFAULTS[row.kind as ClaimKind] ?? {})))
      throw new DecisionError(
        'decision/unknown-field',
        `${target} has no field “${detail.field}”; it has ${Object.keys(fields).join(', ')}`,
      );
    before.push(fields[detail.field] ?? null);
  }
  checkReferences({ [detail.field]: detail.value });
  return { ...detail, before };
}

/** References must be ids of the record's form: they are what lists filter by. */
function checkReferences(fields: Fields): void {
  for (const name of ['actors', 'recipients', 'speaker', 'addressee'] as const) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    const many = name === 'actors' || name === 'recipients';
    if (many && !Array.isArray(value)) throw malformed(`“${name}” is a list of actors, such as ["state:VLM"]`);
    for (const id of many ? (value as unknown[]) : [value])
      if (typeof id !== 'string' || !actorFromId(id))
        throw malformed(
          `“${name}” names actors by id, such as "person:ilse-varga" or "group:front:VLM", not ${JSON.stringify(id)}`,
        );
  }
  const { place, time } = fields;
  if (typeof place === 'string' ? !placeFromId(place) : place !== undefined && place !== null)
    throw malformed(
      `“place” names a place by id, such as "geonames:703448" or "place:velmar:VLM", not ${JSON.stringify(place)}`,
    );
  if (time === undefined || time === null) return;
  const { interval } = time as { interval?: unknown };
  const days = Array.isArray(interval) ? (interval as unknown[]) : [];
  if (
    interval !== null &&
    !(days.length === 2 && days.every((day) => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day)))
  )
    throw malformed(
      `“time” is { "value", "interval": [first day, last day] or null, "words" }, not ${JSON.stringify(time)}`,
    );
}

/** What a claim has when whoever adds it does not say more. */
const DEFAULTS: Readonly<Record<ClaimKind, Fields>> = {
  event: {
    type: 'unknown',
    mode: null,
    contexts: [],
    cameo: null,
    quad: 'verbal cooperation',
    score: null,
    status: 'asserted',
    actors: [],
    recipients: [],
    place: null,
    time: null,
    figures: [],
    statement: null,
  },
  statement: { speaker: null, addressee: null, form: 'indirect', act: 'say', time: null, channel: null, cue: null },
  figure: {
    measure: 'other',
    unit: null,
    group: null,
    low: null,
    best: null,
    high: null,
    per: null,
    event: null,
    statement: null,
  },
  time: { type: 'DATE', value: null, interval: null },
  place: { name: '', country: null, latitude: null, longitude: null, geonames: null, precision: null, place: null },
  actor: { name: '', kind: 'person', country: null, sector: null, title: null, actor: null, mentions: 1 },
};

async function checkedAdd(db: Db, detail: Extract<Detail, { act: 'add' }>) {
  const { kind, report, selections, fields } = detail;
  if (!CLAIM_KINDS.includes(kind)) throw malformed(`a claim is one of ${CLAIM_KINDS.join(', ')}, not “${kind}”`);
  const row = await db.selectFrom('report').select(['id', 'text']).where('id', '=', report).executeTakeFirst();
  if (!row) throw new DecisionError('decision/unknown-target', `the record holds no report ${report}`);
  if (selections.length === 0) throw malformed('no claim without words: select some');
  for (const { start, end } of selections)
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= row.text.length))
      throw malformed(`the words from ${start} to ${end} do not lie in a text of ${row.text.length} code units`);
  const strange = Object.keys(fields).filter((name) => !(name in DEFAULTS[kind]));
  if (strange.length > 0)
    throw new DecisionError(
      'decision/unknown-field',
      `a ${kind} has no field “${strange[0]}”; it has ${Object.keys(DEFAULTS[kind]).join(', ')}`,
    );
  checkReferences(fields);
  return { ...detail, fields: { ...DEFAULTS[kind], ...fields } };
}

async function mergeOf(db: Db, into: string, targets: readonly string[]): Promise<() => Detail> {
  const same = (a: string, b: string) =>
    isEntity(a) ? /^(?:geonames|place):/.test(a) === /^(?:geonames|place):/.test(b) && isEntity(b) : !isEntity(b);
  await rowsOf(db, [into], 'merge');
  for (const target of targets)
    if (!same(target, into)) throw malformed(`${target} and ${into} are of different kinds and cannot be one`);
  const rest = targets.filter((target) => target !== into);
  if (rest.length === 0) throw malformed('a merge needs something besides what it is merged into');
  // what is already merged must not come back to itself
  const seen = new Set<string>([into]);
  for (let at: string | null = into; at !== null; ) {
    const next: string | null = await mergedIntoOf(db, at);
    if (next !== null && (rest.includes(next) || seen.has(next)))
      throw malformed(`${into} is itself merged into ${next}; undo or split that first`);
    if (next !== null) seen.add(next);
    at = next;
  }
  return () => ({ act: 'merge', into });
}

async function mergedIntoOf(db: Db, id: string): Promise<string | null> {
  if (isEntity(id)) {
    const table = /^(?:geonames|place):/.test(id) ? 'place' : ('actor' as 'place');
    return (
      (await db.selectFrom(table).select('merged_into').where('id', '=', id).executeTakeFirst())?.merged_into ?? null
    );
  }
  const row = await db
    .selectFrom('claim')
    .select('merged_into')
    .where('id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst();
  return row?.merged_into ?? null;
}

/** Takes decisions back; see `Store.undo`. */
export async function undo(
  writing: Writing,
  ids: readonly string[],
  { by, why, at, dependants: withThem = false }: { by: string; why: string | null; at: string; dependants?: boolean },
): Promise<Decision> {
  if (by.trim() === '') throw malformed('say who takes it back');
  if (ids.length === 0) throw malformed('say which decision is taken back');
  const numbers = ids.map((id) => {
    if (!/^d\d{1,15}$/.test(id)) throw malformed(`“${id}” is no decision; they are called d1, d2 …`);
    return Number(id.slice(1));
  });
  const found = await decisionsByNumber(writing.trx, [...new Set(numbers)]);
  const lost = ids.filter((id) => !found.some((one) => one.id === id));
  if (lost.length > 0)
    throw new DecisionError('decision/unknown-target', `the record holds no decision ${lost.join(', ')}`);
  const out = await withdrawalsOf(writing.trx, found);
  for (const decision of found) {
    const withdrawn = out.get(decision.arrival);
    if (withdrawn !== undefined)
      throw new DecisionError(
        'decision/already-withdrawn',
        `${decision.id} was taken back by d${withdrawn}; undo d${withdrawn} to bring it back`,
      );
  }
  const taken = new Map(found.map((one) => [one.id, one]));
  for (let next = found; next.length > 0; ) {
    const standing: Decision[] = [];
    for (const decision of next)
      for (const one of await dependants(writing.trx, decision)) if (!taken.has(one.id)) standing.push(one);
    if (standing.length > 0 && !withThem) {
      const named = standing.map(({ id, detail, by: whose }) => `${id} (${detail.act} by ${whose})`);
      throw new DecisionError(
        'decision/has-dependants',
        `${standing.length === 1 ? 'a later decision stands' : `${standing.length} later decisions stand`} on ${ids.join(', ')}: ${named.join(', ')}. Take them back too, or first.`,
        standing.map(({ id }) => id),
      );
    }
    for (const one of standing) taken.set(one.id, one);
    next = standing;
  }
  const targets = [...taken.values()].sort((a, b) => b.arrival - a.arrival).map(({ id }) => id);
  return keepDecision(
    writing,
    { targets, by, why, at, detail: { act: 'withdraw' } },
    targets.map(() => null),
    () => ({ act: 'withdraw' }),
  );
}

/** For each decision that is withdrawn, by which. */
export async function withdrawalsOf(db: Db, decisions: readonly Decision[]): Promise<Map<number, number>> {
  if (decisions.length === 0) return new Map();
  const rows = await db
    .selectFrom('withdrawal')
    .selectAll()
    .where(
      'decision',
      'in',
      decisions.map(({ arrival }) => arrival),
    )
    .execute();
  return new Map(rows.map(({ decision, by }) => [decision, by]));
}

/** Decisions in force that stand on this one. */
async function dependants(db: Db, decision: Decision): Promise<Decision[]> {
  const { detail, targets } = decision;
  const ids = detail.act === 'add' ? [detail.claim ?? ''] : detail.act === 'merge' ? targets : [];
  if (ids.length === 0) return [];
  const upon = await db
    .selectFrom('decision_target')
    .leftJoin('withdrawal', 'withdrawal.decision', 'decision_target.decision')
    .select('decision_target.decision as n')
    .distinct()
    .where('target', 'in', ids.slice(0, 10_000))
    .where('decision_target.decision', '>', decision.arrival)
    .where('withdrawal.decision', 'is', null)
    .execute();
  const later = await decisionsByNumber(
    db,
    upon.map(({ n }) => n),
  );
  // a merge into the added claim, or a link to it, names it in its detail alone
  if (detail.act === 'add') {
    const pointing = await db
      .selectFrom('decision')
      .leftJoin('withdrawal', 'withdrawal.decision', 'decision.arrival')
      .selectAll('decision')
      .where('decision.arrival', '>', decision.arrival)
      .where('act', 'in', ['merge', 'split', 'link'])
      .where('withdrawal.decision', 'is', null)
      .where('detail', 'like', `%${detail.claim ?? ''}%`)
      .execute();
    for (const one of await withTargets(db, pointing))
      if (touches(one, detail.claim ?? '') && !later.some(({ id }) => id === one.id)) later.push(one);
  }
  return dependantsOf(decision, later).sort((a, b) => a.arrival - b.arrival);
}
