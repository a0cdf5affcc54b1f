import { describe, expect, it } from 'vitest';
import type { Piece } from '../../report/formats/piece.ts';
import { createPool } from './reading-pool.ts';

const piece = (text: string): Piece => ({
  kind: 'report',
  input: text,
  format: 'text',
  type: '',
  found: {},
  part: null,
});
const about = { published: '2026-03-17' };

describe('a pool', () => {
  it('reads the same in this thread, in one and in two, in whatever order they end', async () => {
    const texts = Array.from({ length: 12 }, (_, n) =>
      'The mayor said 12 people were hurt on Friday. '.repeat((n * 7) % 12),
    );
    const [here, two] = [createPool(1), createPool(2)];
    const one = await Promise.all(texts.map((text) => here.read({ piece: piece(text), about })));
    expect(await Promise.all(texts.map((text) => two.read({ piece: piece(text), about })))).toEqual(one);
    await Promise.all([here.close(), two.close()]);
  });

  it('gives up what hangs, tells it, and reads on', async () => {
    // what is not plain text goes to a thread; a page nested this deep keeps its parser busy for a while
    const slow: Piece = {
      ...piece(`<html><body>${'<p>some words <b>and more</b></p>'.repeat(60_000)}</body></html>`),
      format: 'html',
    };
    const pool = createPool(1, 0.02);
    expect(await pool.read({ piece: slow, about })).toMatchObject({ error: { code: 'input/too-slow' } });
    const patient = createPool(1);
    expect(
      await patient.read({ piece: { ...piece('<p>Nobody was hurt.</p>'), format: 'html' }, about }),
    ).toHaveProperty('reading');
    await Promise.all([pool.close(), patient.close()]);
  });

  it('answers what is asked after it was closed', async () => {
    const pool = createPool(2);
    await pool.close();
    expect(await pool.read({ piece: piece('Words.'), about })).toMatchObject({
      error: { message: 'the work was stopped' },
    });
    expect(() => createPool(0)).toThrow(/size is 0/);
  });
});
