// A parsed sentence in, clauses of “who” hung from those they describe and not from where those are or what they belong to: “two men from a camp in Velmar, who were held”, read as a Velmar who was held.
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `whoNames`. */
export interface WhoNames {
  /** By tag: whether it is that of a name. */
  readonly name: Uint8Array;
  readonly relative: number;
  readonly oblique: number;
  readonly modifier: number;
  readonly object: number;
  readonly undergoer: number;
  readonly case: number;
}

const WHO = hashWord('who');
/** Behind these stands a place. */
const WHERE = hashWords('in at near outside');
const WHENCE = hashWords('in at near outside from');
/** Last words of names of bodies: nobody says “who” of one. */
const BODY = hashWords(
  'party ministry council university union institute committee commission movement agency court department parliament congress assembly organization organisation association foundation church army navy police brigade federation league alliance front group bureau office institution academy secretariat',
);
const BELONGING = hashWords('of from with for at in');
/** “In” leads whom these are put in. */
const TRUST = hashWords('trust faith confidence belief interest hope disappointed');

/** What the rule needs of a model's names; null where its treebank does not tell relative clauses. */
export function whoNames(tags: readonly string[], relations: readonly string[]): WhoNames | null {
  const [relative, oblique, modifier, object, undergoer, marker] = [
    'acl:relcl', 'obl', 'nmod', 'obj', 'nsubj:pass', 'case',
  ].map((name) => relations.indexOf(name)) as [number, number, number, number, number, number]; // biome-ignore format: one line
  if (Math.min(relative, oblique, modifier, object, undergoer, marker) < 0) return null;
  const name = Uint8Array.from(tags, (one) => Number(one.startsWith('PROPN ')));
  return { name, relative, oblique, modifier, object, undergoer, case: marker };
}

/** A place or a body is no “who”: such a clause behind its name describes those who are told to be there or of it. */
export function hangWho(state: ParseState, names: WhoNames): void {
  const { form, head, label, tag, length } = state;
  for (let verb = 2; verb < length; verb++) {
    if (label[verb] !== names.relative) continue;
    const place = head[verb] as number;
    if (place >= verb || names.name[tag[place] as number] !== 1 || !isOfWho(state, verb, place)) continue;
    const led = marker(state, place, names);
    if (led > 0 && BODY.has(form[place] as number) && BELONGING.has(form[led] as number)) {
      // "a lawmaker of the Harvest Party who led the march"
      const member = head[place] as number;
      if (label[place] === names.modifier && member < led) {
        head[verb] = member;
        continue;
      }
    }
    if (led < 1 || !WHERE.has(form[led] as number) || TRUST.has(form[led - 1] as number)) continue;
    const who = within(state, place, names);
    if (who >= 0) head[verb] = who;
  }
}

/** Whether “who” stands right behind a noun, or behind its comma, and in the clause of a verb. */
function isOfWho({ form, head, length }: ParseState, verb: number, noun: number): boolean {
  for (let at = noun + 1; at < verb && at < noun + 4; at++)
    if (form[at] === WHO) return at < length && (head[at] === verb || head[head[at] as number] === verb);
  return false;
}

function marker({ head, label }: ParseState, noun: number, names: WhoNames): number {
  for (let at = 0; at < noun; at++) if (head[at] === noun && label[at] === names.case) return at;
  return -1;
}

/** Those who are in a place: what its phrase describes, or the object of the verb that it goes with; -1 for nobody told. */
function within(state: ParseState, place: number, names: WhoNames): number {
  const { form, head, label } = state;
  let noun = place;
  for (let steps = 0; steps < 4; steps++) {
    const up = head[noun] as number;
    if (up >= state.length || up > place) return -1;
    if (label[noun] === names.oblique) {
      let found = -1;
      for (let at = 0; at < place; at++)
        if (head[at] === up && (label[at] === names.object || label[at] === names.undergoer)) found = at;
      return found;
    }
    if (label[noun] !== names.modifier) return -1;
    noun = up;
    const led = marker(state, noun, names);
    if (led < 0 || !WHENCE.has(form[led] as number)) return names.name[state.tag[noun] as number] === 1 ? -1 : noun;
  }
  return -1;
}
