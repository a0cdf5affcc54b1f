// The workbench in a real browser over the sample record: the Desk by keys alone, undo after a restart, every screen sound.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, startServer } from '../src/faces/api/server.ts';
import { openRecord, type Store } from '../src/operations/open-record.ts';
import { readDocument } from '../src/operations/read-document.ts';
import { startBrowser } from './support/browser.ts';

const samples = resolve(import.meta.dirname, '../samples');
const browser: Browser | null = await startBrowser();
const folder = mkdtempSync(join(tmpdir(), 'recount-workbench-'));
let store: Store;
let served: Served;

async function serve(): Promise<void> {
  store = await openRecord(join(folder, 'record.db'));
  served = await startServer({
    context: { store: async () => store, now: () => '2026-03-20T12:00:00.000Z' },
    host: '127.0.0.1',
    port: 0,
  });
}

beforeAll(async () => {
  if (browser === null) return;
  await serve();
  const { reports } = JSON.parse(readFileSync(join(samples, 'reports.json'), 'utf8')) as {
    reports: { file: string }[];
  };
  const actors = { content: readFileSync(join(samples, 'actors.tsv'), 'utf8'), file: 'samples/actors.tsv' };
  const readings = reports.map(({ file, ...about }) => readDocument(readFileSync(join(samples, file)), about, actors));
  await store.add(readings, '2026-03-19T10:00:00.000Z');
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; trouble: string[] }> {
  const context = await browser!.newContext(options);
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.goto(served.url + path.slice(1));
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  return { page, trouble };
}

const openItems = async (page: Page): Promise<number> =>
  Number(/(\d+) open/.exec(await page.locator('.title-row').innerText())?.[1]);

describe.skipIf(browser === null)('the workbench', () => {
  it('decides on the Desk with one key an item, and takes it back', async () => {
    const { page, trouble } = await open('/desk');
    await page.locator('.desk li').first().waitFor();
    const before = await openItems(page);
    expect(before).toBeGreaterThan(3);
    let pressed = 0;
    for (let left = before - 1; left >= before - 3; left--) {
      await page.keyboard.press('a');
      pressed++;
      await expect.poll(() => openItems(page), { timeout: 10_000 }).toBe(left);
    }
    expect(pressed / 3).toBeLessThanOrEqual(2);
    await page.keyboard.press('u');
    await expect.poll(() => openItems(page), { timeout: 10_000 }).toBe(before - 2);
    expect(await page.locator('footer').innerText()).toMatch(/Taken back/);
    expect(trouble).toEqual([]);
  });

  it('keeps decisions over a restart, and takes them back from the History', async () => {
    await served.close();
    await store.close();
    await serve();
    const { page, trouble } = await open('/history');
    const buttons = page.locator('tbody button', { hasText: 'Undo' });
    await buttons.first().waitFor();
    const decided = await buttons.count();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('footer').innerText(), { timeout: 10_000 }).toMatch(/Taken back/);
    expect(decided).toBeGreaterThanOrEqual(2);
    expect(trouble).toEqual([]);
  });

  it('opens the words of a value in their report', async () => {
    const { page, trouble } = await open('/desk');
    await page.locator('.desk-body .words').first().waitFor();
    const words = (await page.locator('.desk-body .words').first().innerText()).replace(/^“|”$/g, '');
    await page.keyboard.press('v');
    await page.locator('.text mark').first().waitFor();
    expect(page.url()).toMatch(/\/reports\/r[0-9a-f]+.*#w\d+-\d+$/);
    expect(await page.locator('.text').innerText()).toContain(words.slice(0, 20));
    expect(trouble).toEqual([]);
  });

  it('goes from screen to screen by keys', async () => {
    const { page } = await open('/desk');
    for (const [key, path] of [
      ['e', '/incidents'],
      ['f', '/figures'],
      ['s', '/statements'],
      ['x', '/explore'],
      ['h', '/history'],
      ['q', '/quality'],
      ['d', '/desk'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await expect.poll(() => new URL(page.url()).pathname).toBe(path);
    }
  });

  it('goes back in time: what was published later is not there', async () => {
    const { page } = await open('/figures?asOf=2026-03-03');
    await page.locator('article').first().waitFor();
    const days = (await page.locator('tbody .date').allInnerTexts()).filter((day) => /2026/.test(day));
    expect(days.length).toBeGreaterThan(0);
    expect(new Set(days)).toEqual(new Set(['3 Mar 2026']));
  });

  it('tells when a decision was not kept, and sends it again', async () => {
    const { page } = await open('/desk');
    await page.locator('.desk li').first().waitFor();
    const before = await openItems(page);
    await page.route('**/api/decisions', (route) => route.abort());
    await page.keyboard.press('a');
    await expect
      .poll(() => page.locator('footer').innerText(), { timeout: 10_000 })
      .toMatch(/Not kept.*cannot be reached/s);
    await page.unroute('**/api/decisions');
    await page.locator('footer button', { hasText: 'Send again' }).click();
    await expect.poll(() => openItems(page), { timeout: 10_000 }).toBe(before - 1);
  });

  const screens = [
    '/desk',
    '/incidents',
    '/figures',
    '/statements',
    '/statements?tab=meetings',
    '/statements?tab=commitments',
    '/explore',
    '/explore?view=chart',
    '/explore?view=map',
    '/explore?view=network',
    '/history',
    '/quality',
  ];
  it.each(screens)('axe finds nothing serious on %s, light and dark, and it fits a narrow window', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, trouble } = await open(path, { colorScheme, viewport: { width: 320, height: 700 } });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(trouble).toEqual([]);
      await page.context().close();
    }
  });
});
