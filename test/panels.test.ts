// Panels of a team in a real browser, by keys alone: a double coding judged and closed, and what agreement it tells.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, startServer } from '../src/faces/api/server.ts';
import { coding, codingDone, codingJudge } from '../src/operations/coding/coding.ts';
import { openRecord, type Store } from '../src/operations/open-record.ts';
import type { Context } from '../src/operations/operation.ts';
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
  context = { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' };
  await store.add(
    readingsOf(
      '2026-03-03 Meridian Wire: A missile strike on Halvorsk on Monday killed 14 people, Mayor Ivo Renn said.',
    ),
    '2026-03-05T10:00:00.000Z',
  );
  served = await startServer({ context, host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
});

async function sound(page: Page): Promise<void> {
  expect(await broken(page)).toEqual([]);
}

describe.skipIf(browser === null)('panels', () => {
  it('starts a double coding, judges by keys, and tells the agreement once both are done', async () => {
    const page = await (await browser!.newContext({ colorScheme: 'dark' })).newPage();
    await page.goto(`${served.url}quality?tab=agreement`);
    await page.getByLabel('Name').fill('March');
    await page.getByLabel('Coders, with commas between').fill('analyst, Bo');
    await page.getByLabel('Per cent of the reports').fill('100');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Judge' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Judge: March' }).waitFor();
    await page.locator('blockquote mark').waitFor();
    await sound(page);
    const claims = (await coding.run(coding.input.parse({ coding: 'March', coder: 'Bo' }), context)).items;
    await page.locator('main').focus();
    // a key that is held down judges one claim; the next keys do not wait until it is kept
    for (let held = 0; held < 3; held++) await page.keyboard.down('2');
    await page.keyboard.up('2');
    for (let n = 1; n < claims.length; n++) await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Close my part' }).click();
    await page.getByText('waiting for others').waitFor();
    for (const { claim } of claims)
      await codingJudge.run({ coding: 'March', claim: claim.id, verdict: 'right', by: 'Bo' }, context);
    await codingDone.run({ coding: 'March', by: 'Bo' }, context);
    await page.reload();
    await page.getByRole('heading', { name: '1 disagreement' }).waitFor();
    await sound(page);
    await page.context().close();
  });

  it('publishes a release, and checks it', async () => {
    const page = await (await browser!.newContext()).newPage();
    await page.goto(`${served.url}history?tab=releases`);
    await page.getByLabel('Name, such as v0.4').fill('v1');
    await page.getByLabel('Title').fill('Talks of spring');
    await page.keyboard.press('Enter');
    await page.getByText('release v1 of 2026-03-05').waitFor();
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('It is as it was released.').waitFor();
    await sound(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Download (ZIP)').click()]);
    expect(download.suggestedFilename()).toBe('v1.zip');
    await page.context().close();
  });
});
