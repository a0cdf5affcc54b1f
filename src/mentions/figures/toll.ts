// A toll in, its numbers out, the older one marked: "the death toll rose to 14 from nine".
import { bind, type Finder, has, is } from './clause.ts';
import { codeAt } from './numeral.ts';
import type { Quantity } from './quantity.ts';
import { CLOSED } from './vocabulary.ts';

/** The count last told of in a report, which "revised the number to 37" speaks of again. */
export interface LastToll {
  measure: string | null;
  /** Number of its sentence. */
  sentence: number;
}

/** Sentences behind which "the number" no longer speaks of the same. */
const NEAR = 2;

/** "the death toll rose to 14 from nine", "the number of dead stands at 30", "a toll of 20", "revised the number to 37". */
export function tolls(f: Finder, sentence: number, last: LastToll): void {
  const { p } = f;
  for (let i = 0; i < p.length; i++) if (has(p, i, CLOSED.toll)) tollAt(f, i, sentence, last);
}

/** The same at one word for a toll. */
function tollAt(f: Finder, i: number, sentence: number, last: LastToll): void {
  const { p, w } = f;
  let measure: string | null = null;
  let at = i + 1;
  if (is(f, i, 'toll')) measure = is(f, i - 1, 'casualty') || is(f, i - 1, 'injury') ? 'injured' : 'killed';
  else if (is(f, i - 1, 'body') || is(f, i - 1, 'death')) measure = 'killed';
  else if (has(p, i + 1, CLOSED.of)) {
    for (at = i + 2; at < Math.min(p.length, i + 6) && measure === null; at++) {
      const g = w.words.governor[p.word[at] ?? 0];
      if (g && (g.role === 'state' || g.role === 'toll' || g.role === 'part'))
        measure = g.measure === 'casualties' ? 'injured' : g.measure;
      if (f.at.has(at)) break;
    }
  }
  const again = measure === null && sentence - last.sentence <= NEAR && isRevised(f, i);
  if (again) measure = last.measure;
  if (measure === null || measure === 'launched' || measure === 'intercepted') return;
  const limit = Math.min(p.length, at + (again ? 4 : 26));
  let raised = false;
  for (let k = at; k < limit; k++) {
    const q = f.at.get(k);
    if (q) {
      if (q.kind !== 'count' || q.thing || (q.noun >= 0 && !q.person && !q.toll && !q.more)) {
        if (q.kind !== 'count') continue;
        if (q.noun >= 0 && !q.person) break;
      }
      if (governedBy(f, q, measure)) break;
      bind(f, q, i, measure, 3, 'toll', 'the number is a toll');
      older(f, i, q, measure);
      last.measure = measure;
      last.sentence = sentence;
      break;
    }
    if (is(f, k, 'from')) {
      const before = f.at.get(k + 1);
      if (before && before.kind === 'count') {
        bind(f, before, i, measure, 3, 'toll-before', 'an older toll, which the sentence replaces');
        k = before.to - 1;
      }
      continue;
    }
    if (has(p, k, CLOSED.rise)) raised = true;
    // "gave the number of the wounded as 41"
    const next = f.at.get(k + 1);
    if (next && next.noun < 0 && !next.person && p.text.slice(p.start[k], p.end[k]) === 'as') continue;
    if (codeAt(p, k) === 59) break;
    if (has(p, k, CLOSED.clause | CLOSED.who)) {
      // "the number of people killed when a shell hit a bakery rose to 14"
      const beyond = raised ? -1 : beyondClause(f, i, k, limit);
      if (beyond < 0) break;
      k = beyond;
      raised = true;
      continue;
    }
    if (!raised && w.words.governor[p.word[k] ?? 0]?.role === 'act') break;
  }
}

/** Where the number is told that a clause stands before: behind "rose to", or "to" where a verb before says that it was revised. */
function beyondClause(f: Finder, i: number, from: number, limit: number): number {
  const { p } = f;
  const revised = REVISED.test(p.text.slice(p.start[i - 2], p.end[i - 2]));
  for (let k = from; k < limit; k++) {
    if (codeAt(p, k) === 44 || codeAt(p, k) === 59) return -1;
    const q = f.at.get(k + 1);
    if (!is(f, k, 'to') || !q || q.kind !== 'count' || q.noun >= 0) continue;
    if (revised || has(p, k - 1, CLOSED.rise)) return k;
  }
  return -1;
}

const REVISED = /^(?:revised?|corrected|lowered|raised|reduced|cut|updated|increased|put)$/i;

/** "revised the number to": what was counted before is counted anew. */
function isRevised({ p }: Finder, i: number): boolean {
  if (!/^(?:the|its|their|that)$/i.test(p.text.slice(p.start[i - 1], p.end[i - 1]))) return false;
  return (
    REVISED.test(p.text.slice(p.start[i - 2], p.end[i - 2])) &&
    /^(?:to|at|from)$/i.test(p.text.slice(p.start[i + 1], p.end[i + 1]))
  );
}

const governedBy = (f: Finder, q: Quantity, measure: string): boolean => f.sure.has(q) && f.sure.get(q) !== measure;

/** "to 14 from nine", "14, up from nine", "from an earlier toll of 20". */
function older(f: Finder, trigger: number, q: Quantity, measure: string): void {
  const { p } = f;
  for (let k = q.to; k < Math.min(p.length, q.to + 8); k++) {
    if (!is(f, k, 'from')) {
      if (has(p, k, CLOSED.clause | CLOSED.be) || f.w.words.governor[p.word[k] ?? 0]?.role === 'act') return;
      continue;
    }
    for (let j = k + 1; j < Math.min(p.length, k + 6); j++) {
      const before = f.at.get(j);
      if (before && before.kind === 'count' && !before.thing) {
        bind(f, before, trigger, measure, 3, 'toll-before', 'an older toll, which the sentence replaces');
        return;
      }
    }
  }
}
