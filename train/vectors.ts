// The JSON of word vectors in, words in order of frequency and their vectors in one flat array out.
import { readFileSync } from 'node:fs';

/** The first `most` words without digits and capitals, of `{"vectors":{"word":[number…,norm,index],…}}`. */
export function readVectors(file: string, most: number): { words: string[]; vectors: Float32Array; width: number } {
  const bytes = readFileSync(file);
  let at = bytes.indexOf('"vectors":{') + '"vectors":{'.length;
  const words: string[] = [];
  const width = 100;
  const vectors = new Float32Array(most * width);
  while (words.length < most && bytes[at] === 34) {
    const open = bytes.indexOf('":[', at);
    const close = bytes.indexOf(']', open);
    const word = JSON.parse(bytes.toString('utf8', at, open + 1)) as string;
    if (!/[0-9]/.test(word)) {
      const numbers = bytes.toString('latin1', open + 3, close).split(',');
      for (let d = 0; d < width; d++) vectors[words.length * width + d] = Number(numbers[d]);
      words.push(word);
    }
    at = close + 2;
  }
  return { words, vectors: vectors.subarray(0, words.length * width), width };
}
