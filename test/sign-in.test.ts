// The door of a record with accounts, in a real browser: signed in by keys alone, decided in one's own name, signed out.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, startServer } from '../src/faces/api/server.ts';
import { openRecord, type Store } from '../src/operations/open-record.ts';
import type { Context } from '../src/operations/operation.ts';
import { peopleAdd, peopleRemove } from '../src/operations/people/people.ts';
import { startBrowser } from './support/browser.ts';
import { readingsOf } from './support/story.ts';
import { broken } from './support/workbench.ts';

const browser: Browser | null = await startBrowser();
let store: Store;
let served: Served;
let context: Context;

beforeAll(async () => {
  if (browser === null) return;
  store = await openRecord(':memory:');
  context = { store: async () => store, now: () => new Date().toISOString() };
  await store.add(
    readingsOf(
      '2026-03-03 Meridian Wire: A missile strike on Halvorsk on Monday killed 14 people, Mayor Ivo Renn said.',
      '2026-03-04 Coast Radio: A missile strike on Halvorsk on Monday killed nine people, Governor Pia Adler said.',
    ),
    '2026-03-05T10:00:00.000Z',
  );
  await peopleAdd.run({ name: 'Lea Lead', role: 'lead', password: 'correct horse battery' }, context);
  await peopleAdd.run({ name: 'Ana Kovar', role: 'coder', password: 'correct horse battery' }, context);
  served = await startServer({ context, host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
});

describe.skipIf(browser === null)('the door', () => {
  it('is sound in light and dark and on a narrow screen', async () => {
    const page = await (await browser!.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    await page.goto(`${served.url}desk`);
    await page.getByRole('heading', { name: 'Sign in to Recount' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await broken(page)).toEqual([]);
    }
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  it('opens to name and password typed, tells what is wrong, and every decision is then in that name', async () => {
    const page = await (await browser!.newContext()).newPage();
    await page.goto(`${served.url}desk`);
    await page.getByRole('heading', { name: 'Sign in to Recount' }).waitFor();
    const { keyboard } = page;
    await keyboard.press('Tab');
    await keyboard.type('Ana Kovar');
    await keyboard.press('Tab');
    await keyboard.type('not this one');
    await keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'do not go together' }).waitFor();
    await page.getByLabel('Password').focus();
    await keyboard.type('correct horse battery');
    await keyboard.press('Enter');
    await page.getByText('Ana Kovar').waitFor();
    await page.locator('#desk-now').waitFor();
    await keyboard.press('a');
    await page.getByText(/Seen: killed/).waitFor();
    expect((await store.decisions({ limit: 1, after: null })).decisions[0]).toMatchObject({
      detail: { act: 'accept' },
      by: 'Ana Kovar',
    });
    expect(await page.evaluate<string>('document.cookie')).toBe('');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Recount' }).waitFor();
    expect(await page.getByText('Halvorsk').count()).toBe(0);
    await page.context().close();
  });

  it('closes while somebody works, once the account is closed', async () => {
    const page = await (await browser!.newContext()).newPage();
    await page.goto(`${served.url}quality`);
    await page.getByLabel('Name').fill('Ana Kovar');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await peopleRemove.run({ name: 'Ana Kovar' }, context);
    await page.getByRole('link', { name: 'Desk' }).click();
    await page.getByRole('heading', { name: 'Sign in to Recount' }).waitFor();
    await page.context().close();
  });
});
