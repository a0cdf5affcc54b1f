// What a team sees of each other in a real browser: news of what others decide, searches that tell what is new, accounts.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, startServer } from '../src/faces/api/server.ts';
import { openRecord, type Store } from '../src/operations/open-record.ts';
import { startBrowser } from './support/browser.ts';
import { readingsOf } from './support/story.ts';
import { goTo, openPage, saidAtFoot, sound } from './support/workbench.ts';

const browser: Browser | null = await startBrowser();
let store: Store;
let served: Served;
let page: Page;
let trouble: string[];

const WIRE = '2026-03-03 Meridian Wire: A missile strike on Halvorsk on Monday killed 14 people, Mayor Ivo Renn said.';
const RADIO =
  '2026-03-04 Coast Radio: A missile strike on Halvorsk on Monday killed nine people, Governor Pia Adler said.';
const LATER =
  '2026-03-06 Meridian Wire: A missile strike on Sorn on Thursday killed three people, Mayor Ivo Renn said.';

beforeAll(async () => {
  if (browser === null) return;
  store = await openRecord(':memory:');
  await store.add(readingsOf(WIRE, RADIO), '2026-03-05T10:00:00.000Z');
  const context = { store: async () => store, now: () => '2026-03-07T12:00:00.000Z' };
  served = await startServer({ context, host: '127.0.0.1', port: 0 });
  ({ page, trouble } = await openPage(browser, `${served.url}desk`));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
});

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${served.url}api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const get = async <T>(path: string): Promise<T> => (await (await fetch(`${served.url}api/${path}`)).json()) as T;

describe.skipIf(browser === null)('a team at one record', () => {
  it('tells what somebody else decides, moves no row for it, and shows it when asked', async () => {
    const { items } = await get<{ items: { id: string }[] }>('desk');
    expect(items.length).toBeGreaterThan(0);
    const places = () =>
      page.locator('.desk > li').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
    // from then on the page hears: this one, and not the one before it, whose answer may come late
    await page.goto('about:blank');
    await Promise.all([page.waitForResponse(/\/api\/events/), page.goto(`${served.url}desk`)]);
    await page.locator('.desk li.now').waitFor();
    const before = await places();
    await post('decisions', { act: 'accept', targets: [items[0]?.id], by: 'Bo Lind' });
    await page.locator('.news', { hasText: '1 decision by Bo Lind' }).waitFor();
    expect(await places()).toEqual(before);
    expect(await page.locator('.desk li.now').textContent()).toContain('just decided by Bo Lind: accept');
    await sound(page);
    await page.keyboard.press('N');
    await expect.poll(() => page.locator('.desk > li').count()).toBe(before.length - 1);
    expect(await page.locator('.news').count()).toBe(0);
    expect(trouble).toEqual([]);
  });

  it('is silent about decisions of one’s own', async () => {
    await goTo(page, '/explore');
    await page.locator('table.list tbody tr').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await saidAtFoot(page, /^Accepted/);
    await page.waitForTimeout(2500); // a look of the server and the wait of the page
    expect(await page.locator('.news').count()).toBe(0);
  });

  it('keeps a search, tells that something has come to match it, and counts it as seen', async () => {
    await goTo(page, '/explore?query=missile&kind=event');
    await page.locator('summary', { hasText: 'Saved searches' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Save this search as').fill('Missiles');
    await page.keyboard.press('Enter');
    await page.locator('.saved li', { hasText: 'Missiles' }).waitFor();
    expect(await page.locator('.saved li').textContent()).toContain('nothing new');
    await store.add(readingsOf(LATER), '2026-03-07T10:00:00.000Z');
    await page.locator('.news', { hasText: '1 new report' }).waitFor();
    await page.locator('nav .alert').waitFor();
    await page.getByRole('button', { name: '1 new' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.fresh li', { hasText: 'Sorn' }).waitFor();
    await sound(page);
    await page.getByRole('button', { name: 'All of them are seen' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.saved li', { hasText: 'nothing new' }).waitFor();
    expect(await page.locator('nav .alert').count()).toBe(0);
    await goTo(page, '/explore');
    await page.getByRole('button', { name: 'Missiles', exact: true }).click();
    expect(new URL(page.url()).search).toBe('?query=missile&kind=event');
    await page.getByRole('button', { name: 'Forget Missiles' }).click();
    await page.locator('.saved').waitFor({ state: 'detached' });
    expect(trouble).toEqual([]);
  });

  it('opens the first account, signs in with it, opens another, makes a token and revokes it', async () => {
    await goTo(page, '/quality?tab=people');
    await sound(page);
    await page.getByLabel(/^Name/).fill('Lea Lead');
    await page.getByLabel(/^Password/).fill('correct horse battery');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sign in to Recount' }).waitFor();
    await page.getByLabel('Name').fill('Lea Lead');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Open an account' }).waitFor();
    await page.getByLabel(/^Name/).fill('Ana Kovar');
    await page.getByRole('button', { name: 'Open the account' }).click();
    const made = await page.locator('.notice code').textContent();
    expect(made?.length).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Change Ana Kovar' }).click();
    await page
      .getByRole('radio', { name: /^reviewer/ })
      .first()
      .check();
    await page.getByRole('button', { name: 'Make a reviewer of Ana Kovar' }).click();
    await page.locator('tr', { hasText: 'Ana Kovar' }).getByText('reviewer').waitFor();
    await page.getByLabel('What a new token is for').fill('nightly');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'The token of Ana Kovar' }).waitFor();
    const token = await page.locator('.notice code').textContent();
    const ask = () => fetch(`${served.url}api/desk`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await sound(page);
    await page.getByRole('button', { name: 'Revoke nightly' }).click();
    await page.getByText(/^revoked/).waitFor();
    expect((await ask()).status).toBe(401);
    await page.getByRole('button', { name: 'Close the account' }).click();
    await page.getByText('The account is closed').waitFor();
    await page.getByRole('button', { name: 'Open it again' }).click();
    await page.getByRole('button', { name: 'Close the account' }).waitFor();
  });

  it('lets whoever is no lead look after the own account and no other', async () => {
    const role = await page.evaluate(async () => {
      const send = (path: string, body: unknown) =>
        fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      await send('/api/people/Ana%20Kovar/password', { password: 'another horse battery' });
      await fetch('/api/session', { method: 'DELETE' });
      const answer = await send('/api/session', { name: 'Ana Kovar', password: 'another horse battery' });
      return ((await answer.json()) as { person: { role: string } }).person.role;
    });
    expect(role).toBe('reviewer');
    await page.reload();
    await page.getByText('You are Ana Kovar, a reviewer').waitFor();
    expect(await page.getByRole('button', { name: 'Open the account' }).count()).toBe(0);
    await sound(page);
    await page.getByLabel('What a new token is for').fill('mine');
    await page.keyboard.press('Enter');
    await page.locator('.notice', { hasText: 'The token of Ana Kovar' }).waitFor();
    await page.getByLabel('So far').fill('another horse battery');
    await page.getByLabel('New, of 10 characters or more').fill('a third horse battery');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sign in to Recount' }).waitFor();
  });
});
