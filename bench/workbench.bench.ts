// How quick the workbench is over a record of 100,000 events: first paint and first row of Desk and Reader, a key, a decision.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openStore } from '../src/store/open-store.ts';
import { startBrowser } from '../test/support/browser.ts';
import type { Bench } from './bench.ts';
import { generatedReading } from './generated-reports.ts';
import { MissingData } from './missing-data.ts';

const ROOT = resolve(import.meta.dirname, '..');
const AT = '2026-03-05T10:00:00.000Z';
const LOADED = 250;
/** Longest wait for a row, in milliseconds. */
const PATIENCE = 600_000;

interface Opened {
  /** Milliseconds from the address entered to the first words on the screen. */
  readonly paint: number;
  /** … and to the first row that can be acted upon. */
  readonly row: number;
}

export const bench: Bench = {
  name: 'workbench',
  title: 'The workbench: first paint, first row, a key',
  card: 'speed',
  async run({ say, options }) {
    const browser = await startBrowser();
    if (!browser) throw new MissingData('There is no Chromium to measure with.');
    const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
    const events = Number(options['events'] ?? 100_000);
    const reports = Math.ceil(events / 10);
    let served: Served | null = null;
    try {
      const file = options['sqlite'] ?? join(folder, 'record.db');
      if (options['sqlite'] === undefined) await fill(file, reports, say);
      const store = await openStore(file);
      const { total, reports: newest } = await store.list({ limit: 20, after: null });
      await store.close();
      const report = newest.at(-1)?.id ?? '';
      const lines: string[] = [];
      const row = (what: string, { paint, row }: Opened) => {
        lines.push(`| ${what} | ${seconds(paint)} | ${seconds(row)} |`);
        say(lines.at(-1) ?? '');
      };
      served = await serve(file);
      row('Reader, server just started', await open(browser, `${served.url}reports/${report}`, '.reader .card'));
      await served.stop();
      served = await serve(file);
      row('Desk, server just started', await open(browser, `${served.url}desk`, '.desk li'));
      const whole = await sinceWhole(browser, served.url);
      row('Desk, again', await median(5, () => open(browser, `${(served as Served).url}desk`, '.desk li')));
      row(
        'Reader, again',
        await median(5, () => open(browser, `${(served as Served).url}reports/${report}`, '.reader .card')),
      );
      for (const [screen, mark] of [
        ['incidents', 'tbody tr'],
        ['figures', 'article'],
        ['statements', '.said li'],
        ['explore', 'tbody tr'],
        ['history', 'h1'],
        ['', 'tbody tr'],
      ] as const)
        row(
          screen === '' ? 'Reports' : `${screen[0]?.toUpperCase()}${screen.slice(1)}`,
          await open(browser, `${served.url}${screen}`, `main ${mark}`),
        );
      const { page } = await decide(browser, served.url);
      await served.stop();
      served = null;
      return [
        `A record of ${(total * 10).toLocaleString('en')} generated events in ${total.toLocaleString('en')} reports, SQLite, \`recount serve\` and Chromium on the same machine of ${cpus().length} cores (load at the end ${loadavg()[0]?.toFixed(1)}). Target: first paint of Desk and Reader at most 1 s, a key answered within 50 ms.`,
        '',
        '| screen | first paint | first row |',
        '|---|---|---|',
        ...lines,
        '',
        `After the first row of the Desk it takes ${seconds(whole)} until meetings and promises are among its items too. Median of 20 presses of \`j\` on the Desk: ${page.key.toFixed(0)} ms; after \`a\` the item is gone in ${seconds(page.gone)}; the next Desk after that decision, opened anew, shows its first row in ${seconds(page.next)}.`,
      ].join('\n');
    } finally {
      await served?.stop();
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

async function fill(file: string, reports: number, say: (line: string) => void): Promise<void> {
  const store = await openStore(file);
  for (let n = 0; n < reports; n += LOADED) {
    await store.add(
      Array.from({ length: Math.min(LOADED, reports - n) }, (_, at) => generatedReading(n + at, undefined, reports)),
      AT,
    );
    if (n % 2000 === 0) say(`${n} of ${reports} reports`);
  }
  await store.close();
}

interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** `recount serve` in a process of its own, as users start it. */
async function serve(file: string): Promise<Served> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(ROOT, 'bin/recount.mjs'), 'serve', '--store', file, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout?.on('data', (bytes) => {
      said += bytes;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) found(address);
    });
    child.once('exit', (code) => failed(new Error(`recount serve ended with ${code}`)));
  });
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await once(child, 'exit');
      clearTimeout(late);
    },
  };
}

/** Opens an address in a browser that has never been there. */
async function open(browser: Browser, address: string, mark: string): Promise<Opened> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript((wanted) => {
    const state = window as unknown as { rowAt?: number };
    const look = () => {
      if (document.querySelector(wanted)) state.rowAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, mark);
  await page.goto(address, { timeout: PATIENCE });
  await page.waitForFunction(() => (window as unknown as { rowAt?: number }).rowAt !== undefined, null, {
    timeout: PATIENCE,
  });
  const seen = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    row: (window as unknown as { rowAt: number }).rowAt,
  }));
  await context.close();
  return seen;
}

async function median(rounds: number, look: () => Promise<Opened>): Promise<Opened> {
  const all: Opened[] = [];
  for (let round = 0; round < rounds; round++) all.push(await look());
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return { paint: middle(all.map(({ paint }) => paint)), row: middle(all.map(({ row }) => row)) };
}

/** Milliseconds until the Desk no longer says that it is being put together. */
async function sinceWhole(browser: Browser, url: string): Promise<number> {
  const started = performance.now();
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}desk`, { timeout: PATIENCE });
  await page.locator('.desk li').first().waitFor();
  await page.locator('main [role=status]').waitFor({ state: 'detached' });
  await context.close();
  return performance.now() - started;
}

/** Walks the Desk, decides upon its first item, and opens it again. */
async function decide(browser: Browser, url: string): Promise<{ page: { key: number; gone: number; next: number } }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${url}desk`, { timeout: PATIENCE });
  await page.locator('.desk li.now').waitFor();
  const key = await page.evaluate(async () => {
    const times: number[] = [];
    const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    const now = () => document.getElementById('desk-now')?.dataset['index'];
    for (let round = 0; round < 20; round++) {
      await frame();
      const before = now();
      const from = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
      // the page draws when the key has been handled, before anything else is done
      for (let turn = 0; turn < 100 && now() === before; turn++) await Promise.resolve();
      if (now() === before) await frame();
      void document.body.offsetHeight; // laid out
      times.push(now() === before ? Number.POSITIVE_INFINITY : performance.now() - from);
    }
    return times.sort((a, b) => a - b)[10] ?? 0;
  });
  await page.keyboard.press('k');
  const id = await page.locator('.desk li.now .desk-title').textContent();
  const words = await page.locator('.desk li.now .sides').textContent();
  const from = performance.now();
  await page.keyboard.press('a');
  await page.waitForFunction(
    ([title, said]) =>
      ![...document.querySelectorAll('.desk li.now')].some(
        (item) =>
          item.querySelector('.desk-title')?.textContent === title &&
          item.querySelector('.sides')?.textContent === said,
      ),
    [id, words] as const,
  );
  const gone = performance.now() - from;
  const { row } = await open(browser, `${url}desk`, '.desk li');
  await context.close();
  return { page: { key, gone, next: row } };
}
