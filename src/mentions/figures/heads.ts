// Counts that the order of words left untied in, tied by the grammar out: the verb is the head of the counted noun.
import type { Parsed } from '../../grammar/parsed.ts';
import { firstFrom } from '../../text/first-from.ts';
import { bind, countsPeople, type Finder, has } from './clause.ts';
import type { Pieces } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { CLOSED, type Governor } from './vocabulary.ts';

/** Numbers of the relations that matter, for one model's list of names. */
interface Relations {
  readonly passive: number;
  readonly subject: number;
  readonly object: number;
  readonly conjunct: number;
}

const known = new WeakMap<readonly string[], Relations>();

function relationsOf(names: readonly string[]): Relations {
  let found = known.get(names);
  if (!found) {
    found = {
      passive: names.indexOf('nsubj:pass'),
      subject: names.indexOf('nsubj'),
      object: names.indexOf('obj'),
      conjunct: names.indexOf('conj'),
    };
    known.set(names, found);
  }
  return found;
}

/** Ties people without a verb to the verb of harm that heads them. In text that was not analysed it finds nothing. */
export function tieByHeads(
  f: Finder,
  { words, text }: Parsed,
  measureAt: (f: Finder, i: number, governor: Governor) => string | null,
): void {
  const { p, w } = f;
  const relations = relationsOf(words.relations);
  if (relations.passive < 0) return;
  const tied = new Set<Quantity>();
  for (const { quantity } of f.out) tied.add(quantity);
  for (const q of f.quantities) {
    if (!q.person || q.part || tied.has(q) || q.kind !== 'count' || has(p, q.from - 1, CLOSED.including)) continue;
    let token = p.token[q.noun] ?? -1;
    if (token < 0) continue;
    let joined = false;
    if (words.relation[token] === relations.conjunct) {
      token = words.head[token] ?? -1;
      joined = true;
    }
    if (token < 0) continue;
    const head = words.head[token] ?? -1;
    // “two died; a guard and nine others fell”: a subject behind its verb is another's
    if (head < 0 || (head < token && words.relation[token] === relations.subject)) continue;
    const relation = words.relation[token];
    const start = text.tokens.start[head] ?? 0;
    const governor = w.words.governor[w.words.find(text.report.text, start, text.tokens.end[head] ?? 0)];
    if (!governor) continue;
    const { role } = governor;
    const fits =
      (relation === relations.passive && role === 'part') ||
      (relation === relations.subject && role === 'happen') ||
      (relation === relations.object && (role === 'act' || role === 'part'));
    if (!fits) continue;
    const trigger = pieceOf(p, head);
    if (trigger < 0 || negated(f, trigger)) continue;
    const measure = measureAt(f, trigger, governor);
    if (measure && countsPeople(f, q, measure))
      bind(f, q, trigger, measure, joined ? 1 : 2, 'heads', 'the verb is the head of the counted noun');
  }
}

/** First piece of a token, by halving: pieces stand in token order. -1 when the token has none in this sentence. */
function pieceOf(p: Pieces, token: number): number {
  const piece = firstFrom(p.token, token, p.length);
  return piece < p.length && p.token[piece] === token ? piece : -1;
}

function negated(f: Finder, trigger: number): boolean {
  for (let k = trigger - 1; k > trigger - 5; k--) if (has(f.p, k, CLOSED.not | CLOSED.no)) return true;
  return false;
}
