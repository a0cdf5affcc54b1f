// Treebank text in, the lemmas that the rules do not give out.
import { ruleLemma } from '../src/grammar/lemma.ts';

/** `form/UPOS lemma`, sorted: forms seen at least twice whose commonest lemma is not the rules’. */
export function lemmaExceptions(conllu: string): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const line of conllu.split('\n')) {
    if (!/^\d+\t/.test(line)) continue;
    const [, form = '', lemma = '', upos = '', xpos = ''] = line.split('\t');
    const key = `${form.toLowerCase()}/${upos}/${xpos}`;
    let lemmas = counts.get(key);
    if (!lemmas) {
      lemmas = new Map();
      counts.set(key, lemmas);
    }
    lemmas.set(
      upos === 'PROPN' ? lemma : lemma.toLowerCase(),
      (lemmas.get(upos === 'PROPN' ? lemma : lemma.toLowerCase()) ?? 0) + 1,
    );
  }
  const out: string[] = [];
  for (const [key, lemmas] of counts) {
    const [form = '', upos = '', xpos = ''] = key.split('/');
    if (
      upos === 'PROPN' ||
      upos === 'PUNCT' ||
      upos === 'SYM' ||
      upos === 'X' ||
      upos === 'NUM' ||
      key.split('/').length !== 3
    )
      continue;
    const [[top = '', times = 0] = []] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (times >= 2 && top !== ruleLemma(form, upos, xpos)) out.push(`${form}/${xpos} ${top}`);
  }
  return [...new Set(out)].sort();
}
