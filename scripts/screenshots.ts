// The sample record in, docs/screens/*.png out: each screen as a person sees it, at one window size, light and some dark.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../src/faces/api/server.ts';
import { openRecord } from '../src/operations/open-record.ts';
import { startBrowser } from '../test/support/browser.ts';
import { addSamples, SEEN_AT } from '../test/support/samples.ts';
import { smallPng } from './small-png.ts';

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: resolve(import.meta.dirname, '../docs/screens') },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    /** Only those whose name holds this. */
    only: { type: 'string', default: '' },
    /** Every screen in both schemes, the whole page: to look at, not to keep. */
    all: { type: 'boolean', default: false },
  },
});
const store = await openRecord(':memory:');
await addSamples(store);
const served = await startServer({
  context: { store: async () => store, now: () => SEEN_AT },
  host: '127.0.0.1',
  port: 0,
});
const browser = await startBrowser();
if (browser === null) process.exit(1);

const api = async <T>(path: string): Promise<T> => (await (await fetch(`${served.url}api/${path}`)).json()) as T;
const { incidents } = await api<{ incidents: { id: string; reports: number }[] }>('incidents?limit=100');
const most = incidents.reduce((a, b) => (b.reports > a.reports ? b : a));
const { reports } = await api<{ reports: { id: string; title: string }[] }>('reports?limit=100');
const report = reports.find(({ title }) => /mayor/i.test(title)) ?? reports[0];

// something decided, so that the History and the Incident show it
const { items } = await api<{
  items: { id: string; title: string; choices: { claim: string; cell: string | null }[] }[];
}>('desk');
const pick = items.find(({ choices }) => choices.some(({ cell }) => cell !== null));
const decide = (body: object) =>
  fetch(`${served.url}api/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by: 'analyst', ...body }),
  });
const choice = pick?.choices[0];
if (pick && choice?.cell)
  await decide({ act: 'accept', targets: [choice.claim, choice.cell], why: 'the later list of the hospital' });

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Keys pressed once the screen stands. */
  readonly keys?: readonly string[];
  readonly dark?: boolean;
}
const SHOTS: readonly Shot[] = [
  { name: 'desk', path: 'desk', dark: true },
  { name: 'reports', path: '' },
  { name: 'reader', path: `reports/${report?.id}`, keys: ['j', 'j', 'j'], dark: true },
  { name: 'incidents', path: 'incidents' },
  { name: 'incident', path: `incidents/${most.id}`, dark: true },
  { name: 'figures', path: `figures/${most.id}` },
  { name: 'statements', path: 'statements' },
  { name: 'issues', path: 'statements?tab=issues', keys: ['j', 'Enter'] },
  { name: 'positions', path: 'statements?tab=positions&about=truce' },
  { name: 'commitments', path: 'statements?tab=commitments' },
  { name: 'meetings', path: 'statements?tab=meetings' },
  { name: 'explore', path: 'explore' },
  { name: 'chart', path: 'explore?view=chart' },
  { name: 'map', path: 'explore?view=map' },
  { name: 'timeline', path: 'explore?view=timeline' },
  { name: 'network', path: 'explore?view=network' },
  { name: 'history', path: 'history' },
  { name: 'quality', path: 'quality' },
  { name: 'people', path: 'quality?tab=people' },
  { name: 'read', path: 'read' },
];

mkdirSync(values.to, { recursive: true });
for (const colorScheme of ['light', 'dark'] as const) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: Number(values.width), height: Number(values.height) },
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const blank = await context.newPage();
  for (const { name, path, keys = [], dark = false } of SHOTS) {
    if (!name.includes(values.only) || (colorScheme === 'dark' && !dark && !values.all)) continue;
    await page.goto(served.url + path);
    await page.locator('h1').first().waitFor();
    // the stream of news never ends: what is drawn tells that all has come
    await page.waitForFunction(
      '![...document.querySelectorAll("main [role=status]")].some((one) => /^(Loading|Searching)/.test(one.textContent))',
    );
    await page.waitForTimeout(300);
    for (const key of keys) await page.keyboard.press(key);
    const file = join(values.to, `${name}${colorScheme === 'dark' ? '-dark' : ''}.png`);
    const picture = await page.screenshot({
      fullPage: values.all,
      scale: 'css',
      animations: 'disabled',
      caret: 'hide',
    });
    writeFileSync(file, await smallPng(blank, picture));
    console.log(`${name} ${colorScheme} ${(statSync(file).size / 1024).toFixed(0)} kB`);
  }
  await context.close();
}
await browser.close();
await served.close();
await store.close();
