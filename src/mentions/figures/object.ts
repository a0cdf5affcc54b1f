// A transitive verb in, its counted object out: "killing at least 12 people and injuring dozens more".
import { auxiliary, bind, countsPeople, type Finder, governedAfter, has, is, RIGHT } from './clause.ts';
import { bindAll, joined } from './list.ts';
import { codeAt } from './numeral.ts';
import { single } from './single.ts';
import { CLOSED } from './vocabulary.ts';

const opensQuote = (code: number): boolean => code === 34 || code === 0x201c;

/** Objects right of the governor: a count, a noun phrase of one, a name; then those joined by "and". True when one was found. */
export function objects(f: Finder, trigger: number, begin: number, measure: string): boolean {
  const { p, w } = f;
  let at = begin;
  for (let k = 0; k < 6 && at < p.length; k++) {
    if (f.at.has(at)) break;
    const g = w.words.governor[p.word[at] ?? 0];
    if (has(p, at, CLOSED.and) && at === begin && w.words.governor[p.word[at + 1] ?? 0]) {
      at += 2; // "killed and wounded", "killing or injuring"
      continue;
    }
    if (g && at > begin && (g.role === 'act' || g.role === 'part') && has(p, at - 1, CLOSED.and)) {
      at++;
      continue;
    }
    // "killing “dozens of fighters”": words of somebody's own
    if (has(p, at, CLOSED.adverb) || is(f, at, 'down') || opensQuote(codeAt(p, at))) {
      at++;
      continue;
    }
    if (has(p, at, CLOSED.article) && has(p, at + 1, CLOSED.adverb) && f.at.has(at + 2)) {
      at += 2; // "a confirmed 33 militants"
      continue;
    }
    if (has(p, at, CLOSED.the) && f.at.has(at + 1)) {
      at++;
      continue;
    }
    break;
  }
  if (at >= p.length) return false;
  const q =
    f.at.get(at) ??
    (measure === 'launched' || measure === 'intercepted' || measure === 'vehicles' ? null : single(f, at, true));
  if (q && countsPeople(f, q, measure)) {
    // "6 killed, 22 injured": the number on the right belongs to the next word
    if (
      q.numbered &&
      w.words.governor[p.word[trigger] ?? 0]?.role === 'part' &&
      governedAfter(f, q) &&
      auxiliary(f, trigger) !== 'have'
    )
      return false;
    bindAll(f, joined(f, q, -1, measure), trigger, measure, 'object', 'the number is the object of the verb');
    return true;
  }
  if (q) return false;
  // "killing a field commander … and eight more militants": a name first, the count joined to it
  if (measure !== 'killed' && measure !== 'injured') return false;
  const last = Math.min(p.length, at + RIGHT);
  for (let k = at; k < last; k++) {
    if (
      has(p, k, CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.clause | CLOSED.who | CLOSED.say) ||
      codeAt(p, k) === 59
    )
      break;
    if (has(p, k, CLOSED.preposition) && k === at) break;
    if (w.words.governor[p.word[k] ?? 0] && k > at) break;
    if (has(p, k, CLOSED.and)) {
      const next = f.at.get(k + 1);
      if (next?.numbered && countsPeople(f, next, measure) && (next.person || next.more) && !governedAfter(f, next)) {
        bind(f, next, trigger, measure, 2, 'object', 'the number is joined to the object of the verb');
        return true;
      }
    }
  }
  return false;
}

export function directObject(f: Finder, i: number): boolean {
  return (
    f.at.has(i + 1) ||
    has(f.p, i + 1, CLOSED.article | CLOSED.object | CLOSED.the | CLOSED.possessive) ||
    (has(f.p, i + 1, CLOSED.and) && f.w.words.governor[f.p.word[i + 2] ?? 0]?.role === 'act')
  );
}
