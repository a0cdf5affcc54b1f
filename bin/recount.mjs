#!/usr/bin/env node
// The command `recount`: refuses an old Node plainly, then hands over to the built program.
import { existsSync } from 'node:fs';
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `recount: this is Node ${process.versions.node}; Recount needs Node 22.13 or later. In a checkout, "npm start" brings its own.`,
  );
  process.exit(1);
}
const program = new URL('../dist/program/main.js', import.meta.url);
if (!existsSync(program)) {
  console.error('recount: this checkout is not built yet. Run "npm start" or "npm test" once, or "npm run build".');
  process.exit(1);
}
// Node 22 says on every start that its SQLite is experimental; users of a command need not read it
const warn = process.emitWarning;
process.emitWarning = (warning, ...rest) => {
  if (!String(warning).startsWith('SQLite is an experimental feature')) warn.call(process, warning, ...rest);
};
module.enableCompileCache?.();
const { main } = await import(program);
process.exitCode = await main(process.argv.slice(2));
