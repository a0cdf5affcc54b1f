// Two words of a tree in, whether one hangs on the other out.

/** Whether `word` hangs on `top`, over at most eight others. */
export function below(head: Int32Array, word: number, top: number, length: number): boolean {
  let up = word;
  for (let steps = 0; steps < 9; steps++) {
    if (up === length) return false;
    if (up === top) return true;
    up = head[up] as number;
  }
  return true; // too deep to tell: nothing is changed
}
