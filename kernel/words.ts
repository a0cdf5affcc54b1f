// A list of hashes with a number each (src/grammar/hash-list.ts) in, a table by open addressing out.

/**
 * Puts `count` hashes, whose differences stand at `hashes` and whose numbers have `bytes` bytes each at `values`, into
 * the table at `keys` of `mask` and one slots: a key, then what is known of it, to which the number is added from bit
 * `shift` on. What a key is and where it goes: src/grammar/word-list.ts.
 */
export function putWords(
  hashes: usize,
  values: usize,
  count: i32,
  bytes: i32,
  shift: i32,
  keys: usize,
  mask: i32,
): void {
  let hash: i32 = i32.MIN_VALUE;
  for (let i = 0; i < count; i++) {
    let delta: i32 = 0;
    let bits = 0;
    let byte: i32;
    do {
      byte = <i32>load<u8>(hashes++);
      delta |= (byte & 127) << bits;
      bits += 7;
    } while (byte > 127);
    hash += delta;
    let value: i32 = 0;
    for (let b = 0; b < bytes; b++) value |= <i32>load<u8>(values + <usize>(b * count + i)) << (8 * b);
    const key = hash == 0 ? 1 : hash;
    let slot = (key ^ (key >>> 15)) & mask;
    let at = keys + (<usize>slot << 3);
    while (load<i32>(at) != 0 && load<i32>(at) != key) {
      slot = (slot + 1) & mask;
      at = keys + (<usize>slot << 3);
    }
    store<i32>(at, key);
    store<i32>(at, load<i32>(at, 4) | (value << shift), 4);
  }
}
