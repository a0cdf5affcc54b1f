#!/usr/bin/env node
// The command `recount`: refuses an old Node plainly, then hands over to the built program.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(
    `recount: this is Node ${process.versions.node}; Recount needs Node 22.13 or later. In a checkout, "npm start" brings its own.`,
  );
  process.exit(1);
}
// asked for, not imported: an import of Node's modules first loads all that they could be asked for
const { existsSync } = process.getBuiltinModule('node:fs');
const { enableCompileCache } = process.getBuiltinModule('node:module');
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
// V8's quick compiler takes what was called 400 times: most commands are over before that pays. Long ones come to the slow
// one at 3000 calls (see src/operations/intake/steady-memory.ts). V8 complains of a flag that it does not know.
if (major >= 24) process.getBuiltinModule('node:v8').setFlagsFromString('--invocation-count-for-maglev=4000');
enableCompileCache();
const { main } = await import(program);
process.exitCode = await main(process.argv.slice(2));
