// A verb in, its past and participle where no rule gives them out, and the other way round.

const TABLE = `arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became|begin began begun|behold beheld|bend bent|beset beset|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast|build built|burn burnt|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came|creep crept|cut cut|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|foretell foretold|forget forgot forgotten|forgive forgave forgiven|forsake forsook forsaken|forswear forswore forsworn|free freed|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hamstring hamstrung|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood|mow mown|outdo outdid outdone|outsell outsold|overcome overcame|override overrode overridden|overrun overran|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid|plead pled|prove proven|put put|quit quit|read read|rebuild rebuilt|redraw redrew redrawn|remake remade|repay repaid|resell resold|retake retook retaken|rewrite rewrote rewritten|rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|set set|sew sewn|shake shook shaken|shed shed|shine shone|shoe shod|shoot shot|show shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|sling slung|slit slit|smite smote smitten|sow sown|speak spoke spoken|speed sped|spend spent|spin spun|spit spat|split split|spread spread|spring sprang sprung|stand stood|stave stove|steal stole stolen|stick stuck|sting stung|stink stank stunk|stride strode stridden|strike struck stricken|string strung|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|tread trod trodden|undercut undercut|undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|unwind unwound|uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|wed wed|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written`;

/** "strike" to "struck", "stricken". */
export const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.split('|').map((row) => {
    const [lemma = '', ...forms] = row.split(' ');
    return [lemma, forms];
  }),
);

const SHARED: ReadonlySet<string> = new Set(['lay', 'wound', 'ground', 'bound', 'felt', 'found', 'lit', 'rid', 'saw', 'shed', 'wed', 'stove', 'rose', 'wove', 'shod', 'shot', 'struck', 'stricken', 'beaten', 'sank', 'sunk', 'fought']); // biome-ignore format: one table

/** "bore" to "bear"; what two verbs share is of neither ("wound", "lay"), and blows are known by their forms. */
export const BASE: ReadonlyMap<string, string> = baseForms();

function baseForms(): Map<string, string> {
  const bases = new Map<string, string>();
  for (const [lemma, forms] of IRREGULAR)
    for (const form of forms) if (!SHARED.has(form) && form !== lemma) bases.set(form, lemma);
  return bases;
}
