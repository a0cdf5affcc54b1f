// The figures of one incident in, those of people hit out with lower bounds where nothing says that they lived.
import { boundsOf, type FigureClaim } from './figure-claim.ts';

/** Hit, taken away, fighting for life: the words do not say what became of them. */
const OPEN =
  /\b(?:shot|shoots?|shooting|gunshot|stab(?:s|bed|bing)?|struck|hit|beaten|bullet|critical(?:ly)?|life support|grave|serious(?:ly)?|(?:taken|rushed|flown|airlifted|transported|brought) to)\b/i;
/** They live, or are told apart from the dead. */
const ALIVE =
  /\b(?:surviv\w*|recover\w*|non-?life|not life|not fatal\w*|non-?fatal\w*|stable|grazed?|minor|released from|discharged|expected to (?:live|be)|treated)\b/i;
/** Somebody dies in the same sentence: who was hit may be the one. */
const FATAL =
  /\b(?:died|dies|dead|death|deaths|fatal|fatally|kill(?:s|ed|ing|ings)?|murder-suicide|murder(?:s|ed)?|homicide|autopsy|coroner|slain)\b/i;
const OTHERS = /\b(?:others?|another|more|also|too|both)\b/i;

/**
 * Whoever was shot may be among the dead that the same incident counts: where the words do not say that they live, the
 * low bound of such a count is lowered by the dead. Its best and high stay: the words say so many were hit. `beside` are
 * counts of the same reports that the words tie to no incident.
 */
export function withFates(claims: readonly FigureClaim[], beside: readonly FigureClaim[] = []): FigureClaim[] {
  let dead = 0;
  for (const claim of [...claims, ...beside])
    if (claim.measure === 'killed' && counts(claim)) dead = Math.max(dead, boundsOf(claim)[1] ?? boundsOf(claim)[0]);
  return claims.map((claim) => {
    if (!isOpen(claim)) return claim;
    const own = FATAL.test(claim.sentence.text) ? (boundsOf(claim)[1] ?? boundsOf(claim)[0]) : 0;
    return dead + own === 0 ? claim : lowered(claim, Math.max(dead, claim.best === 1 ? own : 0));
  });
}

const counts = ({ superseded, denied, scope, per }: FigureClaim): boolean =>
  !superseded && !denied && scope === null && per === null;

function isOpen(claim: FigureClaim): boolean {
  if (claim.measure !== 'injured' || !counts(claim)) return false;
  const { words, sentence, best, low } = claim;
  if (OTHERS.test(words.text) || ALIVE.test(sentence.text)) return false;
  if (best === 1 && low === 1) return OPEN.test(sentence.text);
  // of several it must stand beside the number: "missiles struck the port, wounding 41" leaves nothing open
  const from = Math.max(0, words.start - sentence.start - BESIDE);
  const near = sentence.text.slice(from, words.end - sentence.start + BESIDE);
  return OPEN.test(near) && !HURT.test(near);
}

const HURT = /\b(?:injur\w*|wound\w*|hurt)\b/i;
/** Characters on each side of a number that say what befell so many. */
const BESIDE = 45;

function lowered(claim: FigureClaim, dead: number): FigureClaim {
  const [low, high] = boundsOf(claim);
  return { ...claim, low: Math.max(0, low - dead), high: claim.high ?? (claim.best === null ? null : high) };
}
