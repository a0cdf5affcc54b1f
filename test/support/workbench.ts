// A record served to a real browser: pages opened once and gone through by keys, waits for what is drawn, checks that hold everywhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);
/** The short form of axe; the other is read in twice the time. */
const AXE = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** A page with what went wrong in it: errors of the console, exceptions, violations of the content security policy. */
export interface Opened {
  readonly page: Page;
  readonly trouble: string[];
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective}`),
    );
  });
  await page.goto(address);
  await drawn(page);
  return { page, trouble };
}

/** Waits until the screen has its heading and nothing of it still loads. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    () =>
      ![...document.querySelectorAll('main [role=status], aside [role=status]')].some((one) =>
        /^(?:Loading|Searching)/.test(one.textContent ?? ''),
      ),
  );
}

/** Goes to another address of the same page without loading it anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.waitForFunction(() => document.querySelector('main h1') !== null);
  await drawn(page);
}

/** What rules of axe (all, or `only` some) are broken in the page itself: no other page is opened for the look. */
async function looked(page: Page, only: readonly string[] | undefined) {
  // axe is long: a document that has it already need not read it again
  const there = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, axeSource: there ? 'null' : AXE })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
  return (await (only ? axe.withRules([...only]) : axe).analyze()).violations;
}

/** Rules of axe that are broken, each with the first place. */
export async function broken(page: Page): Promise<string[]> {
  return (await looked(page, undefined)).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Rules of axe (all, or `only` some) that are broken seriously, each with the first place. */
export async function serious(page: Page, only?: readonly string[]): Promise<string[]> {
  return (await looked(page, only))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${new URL(page.url()).pathname} ${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

export const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** What every screen keeps to: nothing serious for axe, in light and, of its colours, in dark; and it fits 320 px. */
export async function sound(page: Page): Promise<void> {
  expect(await serious(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await serious(page, ['color-contrast'])).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page)).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
}

/** Waits for what the status line says. */
export async function saidAtFoot(page: Page, words: RegExp): Promise<void> {
  await expect.poll(() => page.locator('footer p').textContent(), { timeout: 15_000 }).toMatch(words);
}
