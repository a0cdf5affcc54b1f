// What people set right in a real browser over the sample record: issues, what a figure counts, what a coder misses; all undone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, startServer } from '../src/faces/api/server.ts';
import { openRecord, type Store } from '../src/operations/open-record.ts';
import { startBrowser } from './support/browser.ts';
import { addSamples, SEEN_AT } from './support/samples.ts';
import { drawn, goTo, openPage, saidAtFoot, sound } from './support/workbench.ts';

const browser: Browser | null = await startBrowser();
let store: Store;
let served: Served;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  if (browser === null) return;
  store = await openRecord(':memory:');
  await addSamples(store);
  const context = { store: async () => store, now: () => SEEN_AT };
  served = await startServer({ context, host: '127.0.0.1', port: 0 });
  ({ page, trouble } = await openPage(browser, `${served.url}statements?tab=issues`));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const get = async <T>(path: string): Promise<T> => (await (await fetch(`${served.url}api/${path}`)).json()) as T;
interface Issue {
  readonly id: string;
  readonly name: string;
  readonly statements: number;
  readonly merged: readonly string[];
}
const issues = async () => (await get<{ issues: Issue[] }>('issues?limit=1000')).issues;

describe.skipIf(browser === null)('what people set right', () => {
  it('lists issues with where each speaker stands; names one, merges it, and takes both back, by keys', async () => {
    const before = await issues();
    await page.locator('.said > li').first().waitFor();
    await press('j', 'Enter');
    await page.locator('.issue-body tbody tr').first().waitFor();
    await sound(page);
    await press('e');
    await page.locator('.issue-body input[type=text]').fill('Silence at the Gap');
    await press('Enter');
    await saidAtFoot(page, /^Named .*Silence at the Gap/);
    expect((await issues()).map(({ name }) => name)).toContain('Silence at the Gap');
    await page.locator('.said > li', { hasText: 'Silence at the Gap' }).getByRole('button').first().focus();
    await press('m');
    await page.locator('.issue-body form select').waitFor();
    await press('Enter');
    await page.getByRole('button', { name: 'Merge', exact: true }).focus();
    await press('Enter');
    await saidAtFoot(page, /^Merged Silence at the Gap into/);
    await expect.poll(async () => (await issues()).length).toBe(before.length - 1);
    expect((await issues()).some(({ merged }) => merged.length > 0)).toBe(true);
    await press('u');
    await saidAtFoot(page, /^Taken back/);
    await expect.poll(async () => (await issues()).length).toBe(before.length);
    await goTo(page, '/history');
    const { decisions } = await get<{ decisions: { id: string; detail: { relation?: string } }[] }>('decisions');
    const named = decisions.find(({ detail }) => detail.relation === 'named');
    await page.getByRole('button', { name: `Undo ${named?.id}`, exact: true }).click();
    await expect.poll(issues).toEqual(before);
    expect(trouble).toEqual([]);
  });

  it('takes a statement out of an issue, and puts one under a name of one’s own', async () => {
    await goTo(page, '/statements?tab=issues');
    await page.locator('.said > li').first().waitFor();
    const [first] = await issues();
    await page.locator('.issue-head').first().click();
    await page
      .getByRole('button', { name: /is not about this$/ })
      .first()
      .click();
    await saidAtFoot(page, /^Not about/);
    await expect
      .poll(async () => (await issues()).find(({ id }) => id === first?.id)?.statements)
      .toBe((first?.statements ?? 0) - 1);
    await press('u');
    await saidAtFoot(page, /^Taken back/);
    await goTo(page, '/statements?speaker=Varga');
    await press('j', 'i');
    await page.locator('.drawer input').fill('The rebuilding of the terminal');
    await press('Enter');
    await saidAtFoot(page, /^Put the statement .* under/);
    await expect.poll(async () => (await issues()).map(({ name }) => name)).toContain('The rebuilding of the terminal');
    await press('u');
    await saidAtFoot(page, /^Taken back/);
  });

  it('moves a figure to another event of its report', async () => {
    const { claims } = await get<{ claims: { id: string; report: string; fields: { event: string | null } }[] }>(
      'claims?kind=figure&type=killed&limit=1000',
    );
    const all = await get<{ claims: { id: string; report: string }[] }>('claims?kind=event&limit=1000');
    const figure = claims.find(
      ({ report, fields }) => fields.event && all.claims.filter((one) => one.report === report).length > 1,
    );
    const other = all.claims.find(({ id, report }) => report === figure?.report && id !== figure?.fields.event);
    await goTo(page, `/reports/${figure?.report}#${figure?.id}`);
    await page.locator('.text p').first().waitFor();
    for (let n = 0; n < 80 && !(await page.locator('.card.on.m-figure').count()); n++) await press('j');
    await press('e');
    const select = page.locator('.drawer select[name=event]');
    await select.locator('option').nth(1).waitFor({ state: 'attached' });
    const was = await select.inputValue();
    const moved = (
      await select.locator('option').evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value))
    ).find((id) => id !== '' && id !== was);
    await select.selectOption(moved as string);
    await sound(page);
    await select.press('Enter');
    await saidAtFoot(page, /^Edited event/);
    const edited = await get<{ claims: { edited: string[]; fields: { event: string | null } }[] }>(
      'claims?kind=figure&limit=1000',
    );
    expect(edited.claims.find((one) => one.edited.includes('event'))?.fields.event).toBe(moved);
    expect(other).toBeDefined();
    await press('u');
    await saidAtFoot(page, /^Taken back/);
  });

  it('names what a report says and no claim holds, in a double coding', async () => {
    await fetch(`${served.url}api/codings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ coding: 'March', coders: ['analyst', 'Bo'], share: 0.1, by: 'Lea' }),
    });
    await goTo(page, '/quality?tab=agreement&coding=March');
    await page.getByText('Something is missing in this report').focus();
    await press('Enter');
    const text = (await page.locator('.whole').textContent()) ?? '';
    const words = text.split(/\s+/).slice(0, 9).join(' ');
    await page.getByLabel('figure').check();
    await page.getByLabel(/^The words that say it/).fill('these stand nowhere');
    await press('Enter');
    await page.getByText('do not stand in this report').waitFor();
    await page.getByLabel(/^The words that say it/).fill(text.includes(words) ? words : (text.split('\n')[0] ?? ''));
    await press('Enter');
    await page.getByRole('list', { name: 'Named as missing' }).waitFor();
    await sound(page);
    await page.getByRole('button', { name: /^Take back/ }).click();
    await page.getByRole('list', { name: 'Named as missing' }).waitFor({ state: 'detached' });
    expect(trouble).toEqual([]);
  });

  it('draws the network with no name over another', async () => {
    await goTo(page, '/explore?view=network');
    await drawn(page);
    await page.locator('svg.network text').first().waitFor();
    const boxes = await page.locator('svg.network text').evaluateAll((names) =>
      names.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom, name: one.textContent };
      }),
    );
    expect(boxes.length).toBeGreaterThan(8);
    const over = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3)
        .map((b) => `${a.name} over ${b.name}`),
    );
    expect(over).toEqual([]);
    await sound(page);
  });
});
