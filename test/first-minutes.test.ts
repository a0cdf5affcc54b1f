// The first five minutes of somebody new, as docs/workbench.md tells them: `recount demo` in a process of its own, then keys in a browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './support/browser.ts';
import { openPage, saidAtFoot, serious, sideways } from './support/workbench.ts';

const root = resolve(import.meta.dirname, '..');
const built = existsSync(resolve(root, 'dist/faces/cli/demo-command.js'));
const browser: Browser | null = built ? await startBrowser() : null;
const folder = mkdtempSync(join(tmpdir(), 'recount-demo-'));
let demo: ChildProcess;
let page: Page;
let trouble: string[];
let begin: string;

beforeAll(async () => {
  if (browser === null) return;
  // 0:00 one process, one file; no account, no key, no network
  demo = spawn(
    process.execPath,
    ['bin/recount.mjs', 'demo', '--port', '0', '--no-open', '--store', join(folder, 'demo.db')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  begin = await new Promise<string>((found, lost) => {
    let printed = '';
    demo.stdout?.on('data', (data: Buffer) => {
      printed += data.toString();
      const address = /Begin at (\S+)\n/.exec(printed)?.[1];
      if (address) found(address);
    });
    demo.on('exit', (code) => lost(new Error(`recount demo ended with ${code}: ${printed}`)));
  });
  ({ page, trouble } = await openPage(browser, begin, { acceptDownloads: true }));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(async () => {
  await browser?.close();
  if (demo && demo.exitCode === null) {
    demo.kill('SIGTERM');
    await once(demo, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const path = () => new URL(page.url()).pathname;
/** Waits until a step is ticked. */
const ticked = (words: RegExp) =>
  page.locator('.tour li', { hasText: words }).getByText('done:').waitFor({ state: 'attached' });

describe.skipIf(browser === null)('the first five minutes', () => {
  it('0:20 opens the Desk on two counts that cannot both be right; v lights both sentences', async () => {
    const item = page.locator('.desk li.now');
    await item.waitFor();
    expect(await item.locator('.flag').textContent()).toContain('DISJOINT');
    expect(await item.textContent()).toMatch(/fourteen bodies.*11 people/s);
    expect(await page.locator('.tour summary').textContent()).toMatch(/0 of 9.*press v/s);
    await press('v');
    await page.locator('.text mark').first().waitFor();
    const lit = page.locator('.text mark.lit');
    expect((await lit.allTextContents()).join(' | ')).toMatch(/fourteen bodies.*11 people/s);
    expect(await serious(page)).toEqual([]);
  });

  it('1:00 takes the governor’s figure with a reason in one line, takes it back, and finds it in the History', async () => {
    await page.goBack();
    await page.locator('.desk li.now', { hasText: 'fourteen bodies' }).waitFor();
    await press('2');
    await saidAtFoot(page, /^Took “11 people”/);
    await press('w');
    await page.keyboard.type('the morgue has names');
    await press('Enter');
    await saidAtFoot(page, /because: the morgue has names/);
    await press('u');
    await saidAtFoot(page, /^Taken back/);
    await page.locator('.desk li', { hasText: 'fourteen bodies' }).first().waitFor();
    await press('g', 'h');
    const row = page.locator('table.list tbody tr', { hasText: 'the morgue has names' }).first();
    await row.waitFor();
    expect(await page.locator('table.list').textContent()).toMatch(/taken back by d\d+/);
    await ticked(/nothing is lost/);
  });

  it('1:40 goes back in time on the ledger: the chart and every number with it', async () => {
    await press('g', 'f');
    await page.locator('article.ledger').first().waitFor();
    const before = await page.locator('article.ledger tbody tr').count();
    for (let step = 0; step < 12; step++) await press('ArrowLeft');
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).not.toBeNull();
    await expect.poll(() => page.locator('article.ledger tbody tr').count()).toBeLessThan(before);
    await page.locator('.past').waitFor();
    await press('g', 'd');
    expect(new URL(page.url()).searchParams.get('asOf')).not.toBeNull(); // the moment goes along
    await page.getByRole('button', { name: 'Back to now' }).click();
  });

  it('2:30 reads a pasted report beside its record in under a second, with what was not read', async () => {
    await press('g', 'n');
    const text = [
      'HALDEN, March 12 (Harbour Post) — A drone strike on the ferry port of Halden on Tuesday killed six people, Mayor Nils Aker said.',
      '“We will not leave the port,” President Ilse Varga said on Wednesday. Fog.',
    ].join('\n\n');
    await page.locator('#text').fill(text);
    await page.getByLabel('Published').fill('2026-03-12');
    const from = performance.now();
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.card').first().waitFor();
    // the machine of the tests does other things too; alone it takes some hundredths of a second
    expect(performance.now() - from).toBeLessThan(5000);
    expect(await page.locator('.panel').textContent()).toMatch(/Not read/);
    await page.getByRole('button', { name: 'Keep it in the record' }).click();
    await expect.poll(path).toMatch(/^\/reports\/r/);
  });

  it('2:50 keeps what other files hold: a mail is dropped', async () => {
    await press('g', 'n');
    await page.locator('input[type=file]').setInputFiles({
      name: 'wire.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(
        [
          'From: desk@wire.example',
          'Subject: Two hurt in Sorn',
          'Date: Thu, 12 Mar 2026 09:00:00 +0000',
          'Content-Type: text/plain; charset=utf-8',
          '',
          'Two people were injured by shelling in Sorn on Wednesday, the governor said.',
        ].join('\r\n'),
      ),
    });
    await expect.poll(path, { timeout: 20_000 }).toMatch(/^\/reports\/r/);
    await page.getByRole('heading', { name: 'Two hurt in Sorn' }).waitFor();
  });

  it('3:30 makes a new figure of selected words with n f', async () => {
    const paragraph = page.locator('.text p').last();
    // the record's claims come after the text, and draw its marks anew
    const selected = async () => {
      const box = (await paragraph.boundingBox()) as { x: number; y: number };
      await page.mouse.dblclick(box.x + 10, box.y + 12); // the first word, “Two”
      return page.getByRole('button', { name: /New claim from the words/ }).isVisible();
    };
    await expect.poll(selected, { timeout: 15_000, interval: 500 }).toBe(true);
    await press('n');
    await page.locator('.drawer input[type=radio]').first().waitFor();
    await press('f');
    await page.locator('.drawer input[name=best]').fill('2');
    await page.locator('.drawer select[name=measure]').selectOption('injured');
    await page.locator('.drawer input[name=best]').press('Enter');
    await saidAtFoot(page, /^Added a figure/);
    await ticked(/a figure of your own/);
  });

  it('4:20 copies a value with who says so, and carries all away with their words', async () => {
    await press('g', 'f');
    await page.locator('article.ledger tbody tr').first().waitFor();
    await page.getByLabel('Measure').selectOption('killed');
    await page
      .getByRole('heading', { name: /^killed/ })
      .first()
      .waitFor();
    await page
      .getByRole('heading', { name: /^people/ })
      .first()
      .waitFor({ state: 'detached' });
    await page.locator('main').focus();
    // until one who is named says so
    let copied = '';
    for (let n = 0; n < 20 && !copied.includes('according to'); n++) {
      await press('j', 'y');
      await saidAtFoot(page, /^Copied /);
      copied = await page.evaluate(() => navigator.clipboard.readText());
    }
    expect(copied).toMatch(/^killed .+, according to .+ \(.+, \d+ Mar 2026(?: .+)?\): “.+”$/);
    const [file] = await Promise.all([page.waitForEvent('download'), press('E')]);
    const csv = readFileSync(await file.path(), 'utf8').replace(/^\ufeff/, '');
    const [head = '', ...rows] = csv.trimEnd().split('\r\n');
    expect(head.split(',')).toEqual(
      expect.arrayContaining(['type', 'cameo', 'words', 'report', 'start', 'end', 'claim']),
    );
    await saidAtFoot(page, new RegExp(`^Carried away ${rows.length} figures`));
    expect(rows.length).toBeGreaterThan(5);
  });

  it('5:00 chooses the work: what comes first, which rules stand first, which columns go along', async () => {
    await page.locator('.tour summary').focus();
    await press('Enter');
    await page.locator('.tour select').selectOption('humanitarian');
    await page.locator('.profiles .own', { hasText: 'ucdp' }).first().waitFor();
    expect(await page.locator('.profiles dt').first().textContent()).toBe('ucdp');
    await page.locator('.brand').click();
    expect(path()).toBe('/figures');
    expect(await page.locator('.tour summary').textContent()).toMatch(/9 of 9/);
    expect(await serious(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await serious(page, ['color-contrast'])).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sideways(page)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Hide the first steps' }).click();
    await page.locator('.tour').waitFor({ state: 'detached' });
    expect(trouble).toEqual([]);
  });
});
