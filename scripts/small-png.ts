// A screenshot (PNG) in, the same with at most 256 colours out: screens have few, and a repository keeps every version.
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** `page` is an empty page that decodes the picture; colours are told apart by as many bits as leave room for all. */
export async function smallPng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, palette, indices } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const count = data.length / 4;
    const often = new Map<number, number>();
    for (let at = 0; at < count; at++) {
      const colour = (data[at * 4]! << 16) | (data[at * 4 + 1]! << 8) | data[at * 4 + 2]!;
      often.set(colour, (often.get(colour) ?? 0) + 1);
    }
    // the commonest first: of colours that are not told apart it stands for all
    const colours = [...often].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
    for (let drop = 0; ; drop++) {
      const mask = ((0xff >> drop) << drop) * 0x010101;
      const known = new Map<number, number>();
      const shown: number[] = [];
      for (const colour of colours)
        if (!known.has(colour & mask)) {
          known.set(colour & mask, known.size);
          shown.push(colour >> 16, (colour >> 8) & 255, colour & 255);
        }
      if (known.size > 256) continue;
      const out = new Uint8Array(count);
      for (let at = 0; at < count; at++) {
        const colour = (data[at * 4]! << 16) | (data[at * 4 + 1]! << 8) | data[at * 4 + 2]!;
        out[at] = known.get(colour & mask)!;
      }
      let text = '';
      for (let at = 0; at < out.length; at += 8192) text += String.fromCharCode(...out.subarray(at, at + 8192));
      return { width: image.width, height: image.height, palette: shown, indices: btoa(text) };
    }
  }, png.toString('base64'));
  const pixels = Buffer.from(indices, 'base64');
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) pixels.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(4);
  ends.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([ends, body, sum]);
}
