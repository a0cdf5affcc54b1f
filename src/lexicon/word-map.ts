// Words of a list with what is known of them in, a map out that most words of a text are refused by at a glance.

export const SHAPES = 1024;

/**
 * A map by words, for lists that every word of a text is looked up in: most words are in none of them, and length with
 * first, second and last character tells so before any hash is made and any other word is looked at. Filled by `set` only.
 */
export class WordMap<Value> extends Map<string, Value> {
  /** By three characters, bits of the lengths that words with them have. */
  readonly #lengths = new Int32Array(SHAPES);

  override set(word: string, value: Value): this {
    const shape = shapeOf(word);
    this.#lengths[shape] = (this.#lengths[shape] as number) | lengthBit(word);
    return super.set(word, value);
  }

  override get(word: string): Value | undefined {
    return this.#may(word) ? super.get(word) : undefined;
  }

  override has(word: string): boolean {
    return this.#may(word) && super.has(word);
  }

  #may(word: string): boolean {
    return ((this.#lengths[shapeOf(word)] as number) & lengthBit(word)) !== 0;
  }
}

/** One bit of 32 for a word's length. */
export const lengthBit = (word: string): number => 1 << (word.length & 31);

/** Which of SHAPES a word is, by its first, second and last character. */
export function shapeOf(word: string): number {
  const { length } = word;
  if (length < 2) return length === 0 ? 0 : word.charCodeAt(0) & (SHAPES - 1);
  return (word.charCodeAt(0) + (word.charCodeAt(1) << 5) + word.charCodeAt(length - 1) * 37) & (SHAPES - 1);
}
