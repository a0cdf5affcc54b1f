// The key verbs of the lists in, every form they may be printed in out: lemmas that taggers get wrong are found all the same.
import { IRREGULAR } from '../../grammar/irregular.ts';

/** Stressed last syllables double their consonant: "admitted", against "visited". */
const DOUBLING = /(?:^|[^aeiou])[aeiou][bdgklmnprt]$/;
const UNDOUBLED = /(?:[^aeiou](?:en|er|on|or|ot|it|el|il|op|in|et|ar|up|ip|im|om|ut|ap|al)|[aeiou]{2}[a-z]|[wxy])$/;
const DOUBLED: ReadonlySet<string> = new Set(
  'admit permit commit submit omit refer defer confer transfer deter prefer occur incur recur expel compel repel propel readmit rebel quell control patrol abet begin regret rebut equip kidnap gas acquit transmit emit dispel impel debar disbar allot outwit'.split(
    ' ',
  ),
);

/** Printed forms to lemma; a form that is itself a lemma of the list stands for that one. */
export function formsOf(lemmas: Iterable<string>): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const own = new Set(lemmas);
  const put = (form: string, lemma: string) => {
    if (!own.has(form) && !forms.has(form)) forms.set(form, lemma);
  };
  for (const lemma of own) {
    const stem = lemma.endsWith('e') && !lemma.endsWith('ee') ? lemma.slice(0, -1) : lemma;
    put(
      /(?:s|x|z|ch|sh)$/.test(lemma)
        ? `${lemma}es`
        : /[^aeiou]y$/.test(lemma)
          ? `${lemma.slice(0, -1)}ies`
          : /[^aeiou]o$/.test(lemma)
            ? `${lemma}es`
            : `${lemma}s`,
      lemma,
    );
    const doubles = DOUBLED.has(lemma) || (DOUBLING.test(lemma) && (lemma.length <= 4 || !UNDOUBLED.test(lemma)));
    const last = lemma.at(-1) ?? '';
    put(doubles ? `${lemma}${last}ing` : lemma.endsWith('ie') ? `${lemma.slice(0, -2)}ying` : `${stem}ing`, lemma);
    if (/[aei]l$/.test(lemma)) put(`${lemma}ling`, lemma);
    const past = IRREGULAR.get(lemma);
    if (past) for (const form of past) put(form, lemma);
    else {
      put(
        doubles
          ? `${lemma}${last}ed`
          : /[^aeiou]y$/.test(lemma)
            ? `${lemma.slice(0, -1)}ied`
            : `${stem}${lemma.endsWith('ee') ? 'd' : 'ed'}`,
        lemma,
      );
      if (/[aei]l$/.test(lemma)) put(`${lemma}led`, lemma);
    }
  }
  return forms;
}

/** A noun without its plural ending, by spelling alone: for plurals that were tagged as singulars. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:x|ch|sh|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
