// Entities as they are met in a report: found again by name, surname, acronym or description; the cast grows here.
import type { ActorKind, Gender, Manner } from './actor.ts';
import { surnameOf } from './lexicon.ts';

export interface Entity {
  name: string;
  kind: ActorKind;
  country: string | null;
  sector: string | null;
  title: string | null;
  gender: Gender | null;
  /** Whether the name is a proper name, not a description. */
  named: boolean;
  /** Several beings or a body: "they" or "it". */
  plural: boolean;
  /** Met as "the mayor", "the Russian president": one who is known to the reader. */
  definite?: boolean;
  /** Title words that stand for the entity, lower case: "president", "foreign minister". */
  roles: string[];
}

export interface RawMention {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly entity: Entity;
  readonly manner: Manner;
  readonly rule: string;
  readonly why: string;
}

const ASCII = /^[\u0020-\u007e]*$/;
/** No dot, and no article that opens it. */
const BARE = /^(?!(?:the|a|an) )[^.]*$/;

/** "Erdoğan" and "Erdogan" are one name. */
function plain(name: string): string {
  if (!ASCII.test(name))
    return shortened(
      name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').toLowerCase().replaceAll('’', "'"),
    );
  const lower = name.toLowerCase();
  return BARE.test(lower) ? lower : shortened(lower);
}

const shortened = (name: string): string => name.replaceAll('.', '').replace(/^(?:the|a|an) /, '');

export class Cast {
  readonly entities: Entity[] = [];
  private readonly byName = new Map<string, Entity>();
  private readonly byLast = new Map<string, Entity[]>();
  private readonly plainNames = new Map<string, string>();
  private readonly byFirst = new Map<string, Entity[]>();

  private plain(name: string): string {
    let known = this.plainNames.get(name);
    if (known === undefined) {
      known = plain(name);
      this.plainNames.set(name, known);
    }
    return known;
  }

  /** The entity of a name or null. */
  find(name: string): Entity | null {
    return this.byName.get(this.plain(name)) ?? null;
  }

  /** The only person with this surname or first name so far; null when none or several. */
  findPerson(word: string): Entity | null {
    const key = this.plain(word);
    const last = this.byLast.get(key);
    if (last) return last.length === 1 ? (last[0] ?? null) : null;
    const first = this.byFirst.get(key);
    return first?.length === 1 ? (first[0] ?? null) : null;
  }

  /** The persons who share this surname, where there are several. */
  sharing(word: string): readonly Entity[] {
    const all = this.byLast.get(this.plain(word));
    return all && all.length > 1 ? all : [];
  }

  add(entity: Entity): Entity {
    this.entities.push(entity);
    this.alias(entity, entity.name);
    return entity;
  }

  /** Files an entity under one more name. */
  alias(entity: Entity, name: string): void {
    const key = this.plain(name);
    if (!this.byName.has(key)) this.byName.set(key, entity);
    if (entity.kind !== 'person' || !entity.named) return;
    const put = (map: Map<string, Entity[]>, word: string) => {
      const list = map.get(word);
      if (!list) map.set(word, [entity]);
      else if (!list.includes(entity)) list.push(entity);
    };
    put(this.byLast, plain(surnameOf(name)));
    const first = name.split(' ')[0];
    if (first && name.includes(' ')) put(this.byFirst, plain(first));
  }

  /** A fuller form of a name takes the place of the shorter one. */
  rename(entity: Entity, name: string): void {
    if (name.length > entity.name.length) entity.name = name;
    this.alias(entity, name);
  }
}
