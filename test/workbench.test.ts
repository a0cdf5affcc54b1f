// The workbench in a real browser over the sample record: every task by keys alone, every kind of decision undone after a restart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, startServer } from '../src/faces/api/server.ts';
import { openRecord, type Store } from '../src/operations/open-record.ts';
import { startBrowser } from './support/browser.ts';
import { addSamples, SEEN_AT } from './support/samples.ts';
import { drawn, goTo, type Opened, openPage, saidAtFoot, serious, sideways } from './support/workbench.ts';

const browser: Browser | null = await startBrowser();
const folder = mkdtempSync(join(tmpdir(), 'recount-workbench-'));
let store: Store;
let served: Served;
let page: Page;
let trouble: string[];

async function serve(port = 0): Promise<void> {
  store = await openRecord(join(folder, 'record.db'));
  served = await startServer({ context: { store: async () => store, now: () => SEEN_AT }, host: '127.0.0.1', port });
}

beforeAll(async () => {
  if (browser === null) return;
  await serve();
  await addSamples(store);
  ({ page, trouble } = await openPage(browser, `${served.url}desk`));
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const api = async <T>(path: string): Promise<T> => (await (await fetch(`${served.url}api/${path}`)).json()) as T;
const openItems = async (): Promise<number> =>
  Number(/(\d+) open/.exec((await page.locator('.title-row').textContent()) ?? '')?.[1]);
const left = (count: number) => expect.poll(openItems, { timeout: 15_000 }).toBe(count);

/** All that decisions may change: claims with their fields, incidents with their cells, what stands on the Desk. */
async function held() {
  const { claims } = await api<{ claims: { id: string }[] }>('claims?all=true&limit=1000');
  const { incidents } = await api<{ incidents: { id: string }[] }>('incidents?limit=1000');
  const { open } = await api<{ open: number }>('desk');
  const { record, parts } = await api<{ record: unknown; parts: unknown }>(`incidents/${(await strike()).id}`);
  return { claims: claims.sort((a, b) => (a.id < b.id ? -1 : 1)), incidents, open, record, parts };
}
/** The incident that most reports tell of. */
async function strike(): Promise<{ id: string; reports: number }> {
  const { incidents } = await api<{ incidents: { id: string; reports: number }[] }>('incidents?limit=1000');
  return incidents.reduce((a, b) => (b.reports > a.reports ? b : a));
}
async function reader(title: RegExp): Promise<void> {
  const { reports } = await api<{ reports: { id: string; title: string }[] }>('reports?limit=100');
  await goTo(page, `/reports/${reports.find((one) => title.test(one.title))?.id}`);
  await page.locator('.text p').first().waitFor();
}

describe.skipIf(browser === null)('the workbench', () => {
  it('decides on the Desk with no more than two keys an item, in the median', async () => {
    const before = await openItems();
    expect(before).toBeGreaterThan(12);
    const pressed: number[] = [];
    for (let decided = 1; decided <= 12; decided++) {
      const item = page.locator('.desk li.now');
      const choices = await item.getByRole('button', { name: /^Take/ }).count();
      const same = (await item.locator('.flag').textContent())?.includes('SAME') ?? false;
      // what an analyst does: takes the first account, keeps two happenings apart, has seen the rest
      const keys = choices > 0 ? ['1'] : same ? ['x'] : ['a'];
      await press(...keys);
      pressed.push(keys.length);
      await left(before - decided);
    }
    pressed.sort((a, b) => a - b);
    expect(pressed[6]).toBeLessThanOrEqual(2);
    for (let back = 11; back >= 11; back--) {
      await press('u');
      await left(before - back);
    }
    await saidAtFoot(page, /Taken back/);
    expect(trouble).toEqual([]);
  });

  it('opens the words of a value in their report', async () => {
    const words = (await page.locator('.desk-body .words').first().textContent())?.replace(/^“|”$/g, '') ?? '-';
    await press('v');
    await page.locator('.text mark').first().waitFor();
    // a value may have words in two places of a sentence, around who says them
    expect(page.url()).toMatch(/\/reports\/r[0-9a-f]+.*#w\d+-\d+(?:,\d+-\d+)*$/);
    expect(await page.locator('.text').textContent()).toContain(words.slice(0, 20));
  });

  it('goes from screen to screen by keys', async () => {
    for (const [key, path] of [
      ['e', '/incidents'],
      ['f', '/figures'],
      ['s', '/statements'],
      ['x', '/explore'],
      ['h', '/history'],
      ['q', '/quality'],
      ['d', '/desk'],
    ] as const) {
      await press('g', key);
      await expect.poll(() => new URL(page.url()).pathname).toBe(path);
      await drawn(page);
    }
  });

  it('goes back in time: what was published later is not there', async () => {
    await goTo(page, '/figures?asOf=2026-03-03');
    await page.locator('article').first().waitFor();
    const days = (await page.locator('tbody .date').allTextContents()).filter((day) => /2026/.test(day));
    expect(days.length).toBeGreaterThan(0);
    expect(new Set(days)).toEqual(new Set(['3 Mar 2026']));
    await press('ArrowRight');
    await expect.poll(() => new URL(page.url()).searchParams.get('asOf')).not.toBe('2026-03-03');
    await goTo(page, '/figures');
  });

  it('tells when a decision was not kept, and sends it again', async () => {
    await goTo(page, '/desk');
    const before = await openItems();
    await page.route('**/api/decisions', (route) => route.abort());
    await press('a');
    await saidAtFoot(page, /Not kept.*cannot be reached/s);
    await page.unroute('**/api/decisions');
    await page.locator('footer button', { hasText: 'Send again' }).click();
    await left(before - 1);
    trouble.length = 0;
  });

  it('keeps both where two people decide upon one item at once, and takes back each by itself', async () => {
    await goTo(page, '/desk');
    const other = await openPage(browser!, `${served.url}desk`);
    const before = await openItems();
    const title = await page.locator('.desk li.now .desk-title').textContent();
    expect(await other.page.locator('.desk li.now .desk-title').textContent()).toBe(title);
    await Promise.all([press('a'), other.page.keyboard.press('a')]);
    await left(before - 1);
    await expect.poll(() => other.page.locator('footer p').textContent(), { timeout: 15_000 }).toMatch(/^Seen/);
    const { decisions } = await api<{ decisions: { id: string; targets: string[] }[] }>('decisions?limit=2');
    expect(decisions[0]?.targets.some((target) => decisions[1]?.targets.includes(target))).toBe(true);
    await press('u');
    await saidAtFoot(page, /Taken back/);
    // the other's decision stands, so the item stays away
    await left(before - 1);
    await other.page.keyboard.press('u');
    await goTo(other.page, '/history');
    await goTo(page, '/history');
    await goTo(page, '/desk');
    await left(before);
    expect(other.trouble).toEqual([]);
    await other.page.context().close();
  });
});

describe.skipIf(browser === null)('every kind of decision, by keys, and undone after a restart', () => {
  let before: Awaited<ReturnType<typeof held>>;
  let made = 0;
  const kept = async (words: RegExp) => {
    await saidAtFoot(page, words);
    made++;
  };
  beforeAll(async () => {
    if (browser !== null) before = await held();
  });

  it('accepts, rejects and edits a value in the Reader', async () => {
    await reader(/mayor and governor/i);
    await press('j', 'a');
    await kept(/^Accepted/);
    await page.locator('.card .settled').first().waitFor();
    await press('j', 'x');
    await kept(/^Rejected/);
    await page.locator('.card.rejected').first().waitFor();
    while (!(await page.locator('.card.on.m-figure').count())) await press('j');
    await press('e');
    const best = page.locator('.drawer input[name=best]');
    await best.waitFor();
    await best.fill('15');
    await best.press('Enter');
    await kept(/^Edited best/);
    await page.getByText('best, edited').waitFor();
    expect(await page.locator('.drawer').count()).toBe(0);
  });

  it('adds a claim from words chosen with the arrow keys, and from words chosen with the mouse', async () => {
    await press('Escape', 'n');
    await page.locator('.hint').waitFor();
    await press('ArrowDown', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
    const words = async () => (await page.locator('.hint q').textContent()) ?? '';
    await expect.poll(async () => (await words()).split(' ').length).toBe(3);
    const chosen = await words();
    await press('f');
    await page.locator('.drawer input[name=best]').fill('7');
    await page.locator('.drawer select[name=measure]').selectOption('missing');
    await page.locator('.drawer input[name=best]').press('Enter');
    await kept(/^Added a figure/);
    await page.locator('.card', { hasText: 'missing 7' }).waitFor();
    const { claims } = await api<{ claims: { reader: string | null; evidence: { quote: string }[] }[] }>(
      'claims?kind=figure&type=missing&limit=1000',
    );
    expect(claims.find((one) => one.reader === null)?.evidence[0]?.quote).toBe(chosen);

    const paragraph = page.locator('.text p').nth(3);
    await paragraph.scrollIntoViewIfNeeded();
    const box = (await paragraph.boundingBox()) as { x: number; y: number };
    await page.mouse.dblclick(box.x + 30, box.y + 14);
    await page.getByRole('button', { name: /New claim from the words/ }).click();
    await page.locator('.drawer').getByRole('radio', { name: 'event' }).check();
    await page.locator('.drawer input[name=actors]').fill('Nobody Known');
    await page.locator('.drawer input[name=actors]').press('Enter');
    await page.locator('.drawer .wrong').waitFor();
    await page.locator('.drawer input[name=actors]').fill('group: Harbour Watch');
    await page.locator('.drawer input[name=actors]').press('Enter');
    await kept(/^Added an event/);
    await page.locator('.card', { hasText: 'Harbour Watch' }).waitFor();
    expect(trouble).toEqual([]);
  });

  it('comments on a value', async () => {
    await press('c');
    await page.locator('.drawer textarea').fill('Ask the desk.');
    await press('Control+Enter');
    await kept(/^Commented/);
  });

  it('edits a figure on the Figures screen and rejects a statement among the quotations', async () => {
    await goTo(page, `/figures/${(await strike()).id}?measure=killed`);
    await press('j', 'j', 'e');
    const group = page.locator('.drawer input[name=group]');
    await group.fill('workers');
    await group.press('Enter');
    await kept(/^Edited group/);
    await page.getByRole('heading', { name: /killed · workers/ }).waitFor();
    await goTo(page, '/statements?speaker=Salo');
    const said = await page.locator('.said > li').count();
    await press('j', 'x');
    await kept(/^Rejected the statement/);
    await expect.poll(() => page.locator('.said > li').count(), { timeout: 15_000 }).toBe(said - 1);
    await press('?');
    expect(await page.locator('dialog[open]').textContent()).toContain('Edit its fields');
    await page.getByRole('button', { name: 'Close' }).click();
  });

  it('takes cells for the record on the Incident screen', async () => {
    await goTo(page, `/incidents/${(await strike()).id}`);
    await page.locator('table.grid button.value').first().focus();
    await press('!');
    const value = await page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('th')?.textContent);
    expect(value).toMatch(/differ/);
    for (let row = 0; row < 8; row++) {
      const at = await page.evaluate(
        () => document.activeElement?.closest('tr')?.querySelector('th')?.textContent ?? '',
      );
      if (/^killed/.test(at)) break;
      await press('!');
    }
    await press('ArrowRight', 'Enter');
    await kept(/^Took .* for killed/);
    await page.locator('tr', { hasText: 'killed' }).locator('.held', { hasText: 'taken' }).waitFor();
    await press('=');
    await kept(/^Took \d+ rows/);
  });

  it('relates, splits and merges incidents', async () => {
    await press('r');
    await page.locator('.drawer select').selectOption('response to');
    await page.locator('.drawer input[type=text]').fill('ACCUSE');
    await page.locator('.drawer .offers input').first().check();
    await page.locator('.drawer input[type=text]').press('Enter');
    await kept(/^Related/);
    await page.locator('main li', { hasText: 'response to' }).first().waitFor();
    const columns = await page.locator('table.grid thead th').count();
    await page.locator('table.grid button.value').first().focus();
    await press('S');
    await kept(/^Split off/);
    await expect.poll(() => page.locator('table.grid thead th').count(), { timeout: 15_000 }).toBeLessThan(columns);
    await press('m');
    await page.locator('.drawer .offers input').first().check();
    await page.locator('.drawer .offers input').first().press('Enter');
    await kept(/^Merged/);
    expect(trouble).toEqual([]);
  });

  it('takes everything back from the History after a restart, one by one, and all is as it was', async () => {
    expect(await held()).not.toEqual(before);
    const { port } = new URL(served.url);
    await served.close();
    await store.close();
    await serve(Number(port));
    await page.reload();
    // a server that stops ends the stream of news; nothing else was heard
    expect(trouble.filter((said) => !said.includes('INCOMPLETE_CHUNKED'))).toEqual([]);
    trouble.length = 0;
    await goTo(page, '/history');
    const { decisions } = await api<{
      decisions: { id: string; act: string; at: string; withdrawnBy: string | null }[];
    }>('decisions?limit=200');
    const standing = decisions
      .filter(({ act, withdrawnBy }) => act !== 'withdraw' && withdrawnBy === null)
      .slice(0, made);
    expect(new Set(standing.map(({ act }) => act))).toEqual(
      new Set(['accept', 'reject', 'edit', 'add', 'comment', 'link', 'merge']),
    );
    for (const [index, { id }] of standing.entries()) {
      await page.getByRole('button', { name: `Undo ${id}`, exact: true }).focus();
      await press(index % 2 === 0 ? 'Enter' : 'Backspace');
      await page.getByRole('button', { name: `Undo ${id}`, exact: true }).waitFor({ state: 'detached' });
    }
    expect(await held()).toEqual(before);
    expect(trouble).toEqual([]);
  });
});

const FILLS = ['event', 'figure', 'statement', 'place', 'time', 'unread', 'put', 'out'];
const COLOURS = [
  'page',
  'panel',
  'ink',
  'muted',
  'line',
  'link',
  'on-link',
  'conflict',
  'caution',
  'settled',
  ...FILLS,
];
/** Two colours and the least contrast between them: 7 for text to read, 4.5 for other text, 3 for lines. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['page', 'panel', ...FILLS].map((ground) => ['ink', ground, 7] as const),
  ...['muted', 'link', 'conflict', 'caution', 'settled'].flatMap((text) =>
    ['page', 'panel'].map((ground) => [text, ground, 4.5] as const),
  ),
  ['on-link', 'link', 4.5],
  ['line', 'page', 3],
  ['line', 'panel', 3],
];

/** The contrast of WCAG between two colours such as `#1a1d21`. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const whole = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
    const [red = 0, green = 0, blue = 0] = (whole.match(/[0-9a-f]{2}/gi) ?? []).map((part) => {
      const value = Number.parseInt(part, 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe.skipIf(browser === null)('the workbench for everybody', () => {
  const screens = [
    '/desk',
    '/incidents?type=ASSAULT',
    '/incidents/MOST',
    '/figures/MOST?measure=killed',
    '/statements?speaker=Varga',
    '/statements?tab=positions&about=truce',
    '/statements?tab=issues',
    '/statements?tab=meetings',
    '/statements?tab=commitments',
    '/explore?type=ASSAULT',
    '/explore?view=chart',
    '/explore?view=map',
    '/explore?view=timeline&type=ASSAULT',
    '/explore?view=network',
    '/history',
    '/quality',
    '/quality?tab=accuracy',
    '/quality?tab=sources',
  ];
  let small: Opened;
  let most: string;
  beforeAll(async () => {
    if (browser === null) return;
    small = await openPage(browser, `${served.url}desk`, { viewport: { width: 320, height: 640 } });
    most = (await strike()).id;
  });

  it.each(screens)(
    'axe finds nothing serious on %s, light and dark, and it fits 320 px, as at fourfold zoom',
    async (path) => {
      await goTo(small.page, path.replace('MOST', most));
      expect(await serious(small.page)).toEqual([]);
      expect(await sideways(small.page)).toBeLessThanOrEqual(320);
      // what a screen is made of is the same in the dark; only the colours are others
      await small.page.emulateMedia({ colorScheme: 'dark' });
      expect(await serious(small.page, ['color-contrast'])).toEqual([]);
      await small.page.emulateMedia({ colorScheme: 'light' });
      expect(small.trouble).toEqual([]);
    },
  );

  it('needs no more than 150 kB, gzipped, for its first screen', async () => {
    const context = await browser!.newContext();
    const first = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    first.on('response', (response) => {
      if (/\.(?:js|css|html)$|\/desk$/.test(new URL(response.url()).pathname) && !response.url().includes('/api/'))
        bodies.push(response.body());
    });
    await first.goto(`${served.url}desk`);
    await drawn(first);
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000);
    await context.close();
  });

  it('keeps its contrasts, computed from the colours themselves', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const colours = await page.evaluate((names) => {
        const style = getComputedStyle(document.documentElement);
        return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
      }, COLOURS);
      for (const [a, b, least] of PAIRS)
        expect(contrast(colours[a] ?? '', colours[b] ?? ''), `${a} on ${b}, ${colorScheme}`).toBeGreaterThanOrEqual(
          least,
        );
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('needs no colour: in forced colours the marks, flags, bars and the chosen item have lines of their own', async () => {
    const forced = await openPage(browser!, `${served.url}desk`, { forcedColors: 'active' });
    const border = await forced.page
      .locator('.desk li.now')
      .evaluate((element) => getComputedStyle(element).borderLeftWidth);
    expect(border).toBe('4px');
    expect(await forced.page.locator('.desk .flag').first().textContent()).toMatch(/^\S+ [A-Z]+$/);
    const { reports } = await api<{ reports: { id: string }[] }>('reports?limit=1');
    await goTo(forced.page, `/reports/${reports[0]?.id}`);
    await forced.page.keyboard.press('j');
    const lit = await forced.page
      .locator('mark.lit')
      .first()
      .evaluate((mark) => {
        const { outlineStyle, outlineWidth, textDecorationLine } = getComputedStyle(mark);
        return { outlineStyle, outlineWidth, textDecorationLine };
      });
    expect(lit).toEqual({ outlineStyle: 'solid', outlineWidth: '3px', textDecorationLine: 'underline' });
    await goTo(forced.page, '/explore?view=chart');
    const fill = await forced.page
      .locator('.bar-fill')
      .first()
      .evaluate((bar) => getComputedStyle(bar).stroke);
    expect(fill).toBe('rgb(0, 0, 0)');
    await forced.page.context().close();
  });

  it('does not move where motion is not wanted', async () => {
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth';
        }).length,
    );
    expect(moving).toBe(0);
  });

  it('prints the incident, figures and statements with numbered notes of the words', async () => {
    const { id } = await strike();
    await page.emulateMedia({ media: 'print' });
    for (const path of [`/incidents/${id}`, `/figures/${id}`, '/statements', '/statements?tab=meetings']) {
      await goTo(page, path);
      const notes = page.locator('.notes li');
      await notes.first().waitFor();
      const count = await notes.count();
      const numbers = (await page.locator('main sup.print-only').allTextContents()).map((text) =>
        Number(text.slice(1, -1)),
      );
      expect(numbers.length).toBeGreaterThanOrEqual(count);
      expect(new Set(numbers).size, path).toBe(count);
      expect(Math.max(...numbers)).toBe(count);
      expect(await notes.first().textContent()).toMatch(/^.+ — \S.+, \d+ \w{3} \d{4} · r[0-9a-f]+ \d+–\d+$/s);
      expect(await page.locator('.bar').isVisible()).toBe(false);
      expect(await page.locator('.fields').isVisible()).toBe(false);
    }
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
  });
});
