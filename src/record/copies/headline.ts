// A word in, what it shares with its other forms out: to tell whether prose speaks of what the headline over it names.

/** Letters that tell a word: `shelling` and `shells`, `killed` and `kills`. */
const STEM = 4;

/** A headline with fewer words of its own may be a name, a joke or a menu: nothing follows from what its prose leaves out. */
export const LEAST_MATTER = 3;
/** Words of a headline that are looked for: a title may be of any length. */
export const MOST_MATTER = 32;

/**
 * Words of three letters and more that stand in any headline over any prose: function words, numbers, days and months,
 * verbs of saying, what news is called. (A number counts people in a report and tips in a list.)
 */
const ANYWHERE = new Set(
  (
    'about above after again against ahead all also amid among and another any are around away back because been before ' +
    'behind being below best between but can could did does down during each even ever every few for found from get give ' +
    'good had half has have having her here him his how including into its just keep know last late latest less like live ' +
    'long look made make makes making many may might more most much must near need needs new next not now off once one only ' +
    'onto open other others our out over own per put same see several shall she should since some soon still such take ' +
    'taken taking than that the their them then there these they this those through today told tomorrow tonight too top ' +
    'toward towards twice under until upon used using very via view want was watch way well went were what when where ' +
    'whether which while who whom whose why will with within without would yesterday yet ' +
    'first second third fourth fifth sixth seventh two three four five six seven eight nine ten eleven twelve thirteen ' +
    'fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred ' +
    'hundreds thousand thousands million millions billion dozen dozens percent ' +
    'hour hours day days week weeks month months year years old time times night morning evening monday tuesday wednesday ' +
    'thursday friday saturday sunday january february march april june july august september october november december ' +
    'say says said saying tell tells report reports reported reporter reporters news story stories page part full ' +
    'man men woman women people'
  ).split(' '),
);

/** Whether a word in small letters says what a text is about. */
export const isMatter = (word: string): boolean => word.length > 2 && !/^\d/.test(word) && !ANYWHERE.has(word);

/** FNV-1a over the letters that the forms of a word have in common: without its ending, and four at most. */
export function stemOf(word: string): number {
  const end = Math.min(STEM, word.length - endingOf(word));
  let hash = 0x811c9dc5;
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Letters of the ending that short words take off: `dies` and `died`, `fire` and `fired`, `gun` and `guns`. */
function endingOf(word: string): number {
  if (word.length < 4 || word.length > STEM + 2) return 0; // of longer ones it lies behind the stem
  if (word.endsWith('ing')) return 3;
  if (word.endsWith('ed') || word.endsWith('es')) return 2;
  return word.endsWith('s') || word.endsWith('e') ? 1 : 0;
}
