// Passwords and tokens in, what may be kept of them out: nothing from which they can be had back.
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Work of one check: 32 MB and some 200 ms, as OWASP asks of scrypt. Kept beside each hash, so that it can grow. */
const WORK = { N: 2 ** 15, r: 8, p: 3 } as const;
const BYTES = 32;

/** What is kept of a password: `scrypt$N$r$p$salt$hash`, base64url. */
export async function secretOf(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { N, r, p } = WORK;
  return [
    'scrypt',
    N,
    r,
    p,
    salt.toString('base64url'),
    (await derive(password, salt, WORK)).toString('base64url'),
  ].join('$');
}

let nobody: Promise<string> | null = null;

/** Whether the password is the one. As slow for nobody (`null`) as for somebody, so that names cannot be tried out. */
export async function isPassword(password: string, secret: string | null): Promise<boolean> {
  nobody ??= secretOf(randomBytes(16).toString('hex'));
  const [kind, N, r, p, salt = '', hash = ''] = (secret ?? (await nobody)).split('$');
  if (kind !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(found, expected) && secret !== null;
}

function derive(password: string, salt: Buffer, work: { N: number; r: number; p: number }): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, BYTES, { ...work, maxmem: 256 * work.N * work.r }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** A token that nobody can guess: 32 random bytes with a beginning by which scanners of leaked secrets know it. */
export const newToken = (): string => `recount_${randomBytes(32).toString('base64url')}`;

/** What is kept of a token or session: it has 256 bits of chance, so a plain hash is enough. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
