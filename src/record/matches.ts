// A pattern with the flag g and a text in, all its matches out.

/** What `matchAll` gives, without the copy of the pattern that it makes at each call: of a large one that costs more than the search. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
