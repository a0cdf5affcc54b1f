// The key verbs of the lists in, every form they may be printed in out: lemmas that taggers get wrong are found all the same.

/** Past and participle of verbs that rules do not give: "strike struck". */
const IRREGULAR = `arise arose arisen|beat beat beaten|become became|begin began begun|bind bound|bite bit bitten|blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|cast cast|catch caught|choose chose chosen|come came|cut cut|deal dealt|dig dug|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feed fed|fight fought|find found|flee fled|fling flung|freeze froze frozen|forswear forswore forsworn|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|free freed|get got gotten|grow grew grown|cling clung|creep crept|bleed bled|breed bred|broadcast broadcast|give gave given|go went gone|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|meet met|mislead misled|mow mown|overcome overcame|override overrode overridden|overrun overran|oversee oversaw overseen|overthrow overthrew overthrown|overtake overtook overtaken|pay paid|plead pled|put put|quit quit|read read|rebuild rebuilt|repay repaid|retake retook retaken|rewrite rewrote rewritten|rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shoot shot|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|slit slit|speak spoke spoken|split split|spread spread|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tread trod trodden|thrust thrust|undergo underwent undergone|undertake undertook undertaken|undo undid undone|uphold upheld|upset upset|wake woke woken|wear wore worn|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written`;
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
  const irregular = new Map<string, string[]>();
  for (const row of IRREGULAR.split('|')) {
    const [lemma = '', ...forms] = row.split(' ');
    irregular.set(lemma, forms);
  }
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
    const past = irregular.get(lemma);
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
