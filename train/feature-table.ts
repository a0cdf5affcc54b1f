// Treebank text and tag names in, the morphological features that each tag nearly always has out.

/** For each tag the features that at least 95 of a hundred of its words carry, `Name=Value|…`; '' for none. */
export function featureTable(conllu: string, tags: readonly string[]): string[] {
  const seen = new Map<string, { words: number; values: Map<string, number> }>();
  for (const line of conllu.split('\n')) {
    if (!/^\d+\t/.test(line)) continue;
    const [, , , upos = '', xpos = '', features = '_'] = line.split('\t');
    const tag = `${upos} ${xpos}`;
    let entry = seen.get(tag);
    if (!entry) {
      entry = { words: 0, values: new Map() };
      seen.set(tag, entry);
    }
    entry.words++;
    if (features !== '_')
      for (const one of features.split('|')) entry.values.set(one, (entry.values.get(one) ?? 0) + 1);
  }
  return tags.map((tag) => {
    const entry = seen.get(tag);
    if (!entry) return '';
    return [...entry.values]
      .filter(([, count]) => count >= entry.words * 0.95)
      .map(([one]) => one)
      .sort()
      .join('|');
  });
}
