// JSON lines in, their values out; empty lines are passed over. Throws SyntaxError at a line that is no JSON.
export const rows = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);
