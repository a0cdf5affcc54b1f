// Passwords and tokens: nothing of them can be had back, each is salted, and nobody is as slow as somebody.
import { describe, expect, it } from 'vitest';
import { hashOf, isPassword, newToken, secretOf } from './secret.ts';

describe('a password', () => {
  it('is kept as scrypt with its own salt and its work, and known again in any spelling of its letters', async () => {
    const [one, two] = await Promise.all([secretOf('café au lait'), secretOf('café au lait')]);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    expect(await isPassword('cafe\u0301 au lait', one)).toBe(true);
    expect(await isPassword('cafe au lait', one)).toBe(false);
    expect(await isPassword('x', 'md5$x')).toBe(false);
  });
  it('takes as much work for nobody as for somebody', async () => {
    const secret = await secretOf('somebody');
    await isPassword('x', null);
    const cost = async (of: string | null) => {
      const before = process.cpuUsage();
      expect(await isPassword('x', of)).toBe(false);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const [somebody, nobody] = [await cost(secret), await cost(null)];
    expect(somebody).toBeGreaterThan(50);
    expect(nobody).toBeGreaterThan(somebody / 4);
    expect(nobody).toBeLessThan(somebody * 4);
  });
});

describe('a token', () => {
  it('has 256 bits of chance, and is kept as its hash', () => {
    const token = newToken();
    expect(token).toMatch(/^recount_[\w-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/);
  });
});
