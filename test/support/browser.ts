// A headless Chromium for tests: Debian's or the one RECOUNT_BROWSER names; null with a plain message where none is.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export async function startBrowser(): Promise<Browser | null> {
  const executablePath = [process.env['RECOUNT_BROWSER'], ...PLACES].find(
    (file) => file !== undefined && existsSync(file),
  );
  if (executablePath === undefined) {
    console.warn(
      'No Chromium here: the tests of the page are skipped. Install it (Debian: apt-get install chromium) or name one in RECOUNT_BROWSER.',
    );
    return null;
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
