// A claim's fields in, what a form shows of them out, and back: names become ids of the record, days become an interval.
import { type Claim, findActors, findPlaces } from './api.ts';
import { FORMS, MEASURES, STATUSES, TYPES } from './kinds.ts';

export type FormKind = 'event' | 'statement' | 'figure';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly as: 'choice' | 'text' | 'number' | 'actors' | 'actor' | 'place' | 'days' | 'event' | 'statement';
  readonly choices?: readonly string[];
}

/** The fields that people set, by kind, in the order in which they are asked for. */
export const FORM: Readonly<Record<FormKind, readonly FormField[]>> = {
  event: [
    { name: 'type', label: 'Type', as: 'choice', choices: TYPES },
    { name: 'mode', label: 'Mode', as: 'text' },
    { name: 'actors', label: 'Who acted', as: 'actors' },
    { name: 'recipients', label: 'Upon whom', as: 'actors' },
    { name: 'place', label: 'Where', as: 'place' },
    { name: 'time', label: 'When', as: 'days' },
    { name: 'status', label: 'Status', as: 'choice', choices: STATUSES },
    { name: 'statement', label: 'On whose word', as: 'statement' },
  ],
  statement: [
    { name: 'speaker', label: 'Speaker', as: 'actor' },
    { name: 'addressee', label: 'To whom', as: 'actor' },
    { name: 'act', label: 'Act: say, deny, warn, promise …', as: 'text' },
    { name: 'form', label: 'Form', as: 'choice', choices: FORMS },
    { name: 'time', label: 'When', as: 'days' },
  ],
  figure: [
    { name: 'measure', label: 'Measure', as: 'choice', choices: MEASURES },
    { name: 'low', label: 'Lowest', as: 'number' },
    { name: 'best', label: 'Best', as: 'number' },
    { name: 'high', label: 'Highest', as: 'number' },
    { name: 'event', label: 'Of which event', as: 'event' },
    { name: 'statement', label: 'On whose word', as: 'statement' },
    { name: 'group', label: 'Of whom: civilians, children …', as: 'text' },
    { name: 'unit', label: 'Unit', as: 'text' },
  ],
};

/** What stands in a new form. */
export const EMPTY: Readonly<Record<FormKind, Readonly<Record<string, string>>>> = {
  event: { type: 'ASSAULT', status: 'asserted' },
  statement: { act: 'say', form: 'indirect' },
  figure: { measure: 'killed' },
};

/** Fields as the texts of a form. */
export function textsOf(kind: FormKind, { fields, names }: Pick<Claim, 'fields' | 'names'>): Record<string, string> {
  const name = (id: unknown) => (typeof id === 'string' ? (names[id] ?? id) : '');
  return Object.fromEntries(
    FORM[kind].map(({ name: field, as }) => {
      const value = fields[field];
      if (value === null || value === undefined) return [field, ''];
      if (as === 'actors') return [field, (Array.isArray(value) ? value : []).map(name).join('; ')];
      if (as === 'actor' || as === 'place') return [field, name(value)];
      if (as === 'days') {
        const { interval } = value as { interval: readonly [string, string] | null };
        return [field, interval ? (interval[0] === interval[1] ? interval[0] : interval.join(' to ')) : ''];
      }
      return [field, String(value)];
    }),
  );
}

/** What a person must know or do before a text can be a value. */
export class FieldTrouble extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

const KIND_OF_ACTOR = /^(person|state|organisation|group)\s*:\s*(.+)$/;
const slug = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** An actor's id from its name: one whom the record knows, or a new one where its kind is told. Throws FieldTrouble. */
async function actorOf(field: string, typed: string, names: Claim['names']): Promise<string> {
  const known = Object.entries(names).find(([id, name]) => name === typed || id === typed)?.[0];
  if (known !== undefined) return known;
  if (/^(?:person|state|organisation|group):[^\s:]+(?::[A-Z]{3})?$/.test(typed)) return typed;
  const told = KIND_OF_ACTOR.exec(typed);
  const { actors } = await findActors(told ? (told[2] as string) : typed);
  const same = actors.find(({ name }) => name.toLowerCase() === (told?.[2] ?? typed).toLowerCase());
  if (same) return same.id;
  if (told)
    return `${told[1]}:${told[1] === 'state' && /^[A-Z]{3}$/.test(told[2] as string) ? told[2] : slug(told[2] as string)}`;
  throw new FieldTrouble(
    field,
    `The record knows no “${typed}”. To add it, say what it is: “person: ${typed}”, “organisation: …”, “group: …” or “state: …”.`,
  );
}

async function placeOf(field: string, typed: string, names: Claim['names']): Promise<string> {
  const known = Object.entries(names).find(([id, name]) => name === typed || id === typed)?.[0];
  if (known !== undefined) return known;
  if (/^(?:geonames:\d+|place:[^\s:]+(?::[A-Z]{3})?)$/.test(typed)) return typed;
  const told = /^place\s*:\s*(.+)$/.exec(typed)?.[1];
  const { places } = await findPlaces(told ?? typed);
  const same = places.find(({ name }) => name.toLowerCase() === (told ?? typed).toLowerCase());
  if (same) return same.id;
  if (told !== undefined) return `place:${slug(told)}`;
  throw new FieldTrouble(field, `The record knows no place “${typed}”. To add it, write “place: ${typed}”.`);
}

/** A field's text as the value that the record keeps; null for nothing. Throws FieldTrouble. */
export async function valueFrom(
  { name, as, label }: FormField,
  typed: string,
  names: Claim['names'],
  words: string,
): Promise<unknown> {
  const text = typed.trim();
  switch (as) {
    case 'actors': {
      const parts = text.split(';').flatMap((part) => part.trim() || []);
      const found: string[] = [];
      for (const part of parts) found.push(await actorOf(name, part, names));
      return [...new Set(found)];
    }
    case 'actor':
      return text === '' ? null : actorOf(name, text, names);
    case 'place':
      return text === '' ? null : placeOf(name, text, names);
    case 'number': {
      if (text === '') return null;
      const number = Number(text.replaceAll(',', ''));
      if (!Number.isFinite(number) || number < 0)
        throw new FieldTrouble(name, `“${label}” is a number, such as 14, not “${text}”.`);
      return number;
    }
    case 'days': {
      if (text === '') return null;
      const [, from, to = from] = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:to|–|\/)\s*(\d{4}-\d{2}-\d{2}))?$/.exec(text) ?? [];
      if (
        from === undefined ||
        to === undefined ||
        [from, to].some((day) => Number.isNaN(Date.parse(day))) ||
        from > to
      )
        throw new FieldTrouble(name, `A day is 2026-03-02, several are 2026-03-02 to 2026-03-04; not “${text}”.`);
      return { value: from === to ? from : `${from}/${to}`, interval: [from, to], words };
    }
    default:
      return text === '' ? null : text;
  }
}
