// The content of a user's own list in, the same with its rows in the order that lists keep out: people need not sort.

/** Comments and columns first, then the rows by code units. */
export function inListOrder(content: string): string {
  const lines = content.split(/\r?\n/).filter((line) => line.trim() !== '');
  const head = lines.filter((line) => line.startsWith('#'));
  const repeat = head.some((line) => /^# keys: repeat/.test(line)) ? [] : ['# keys: repeat'];
  const columns = head.findIndex((line) => line.startsWith('# columns:'));
  const before = columns < 0 ? head : head.slice(0, columns);
  const behind = columns < 0 ? [] : head.slice(columns);
  const key = (line: string) => line.split('\t', 1)[0] as string;
  const rows = lines
    .filter((line) => !line.startsWith('#'))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return `${[...before, ...repeat, ...behind, ...rows].join('\n')}\n`;
}
