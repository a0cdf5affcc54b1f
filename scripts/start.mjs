// `npm start`: the sample reports read into a fresh record, a summary, and the page opened in a browser.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { demoCommand } from '../dist/faces/cli/demo-command.js';
import { terminal } from '../dist/faces/cli/output.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.RECOUNT_PORT ?? '4747' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${root}.scratch`, { recursive: true });
const store = `${root}.scratch/samples.db`;
for (const end of ['', '-wal', '-shm']) rmSync(store + end, { force: true });
const open = process.env.RECOUNT_OPEN !== '0' && !process.env.CI;
process.exitCode = await demoCommand({ ...values, store, open }, terminal());
