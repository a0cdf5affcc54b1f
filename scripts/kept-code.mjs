// A file of the program in, what it gives out; what V8 made of it is kept for the next process (scripts/program.config.ts).
//
// Node's own cache of compiled code keeps what is compiled when a file is loaded. A function that is first called later is
// compiled anew in each process, and a reading calls a thousand of them. Here the code is kept when a command is done.
const { readFileSync, renameSync, writeFileSync } = process.getBuiltinModule('node:fs');
const { getCompileCacheDir } = process.getBuiltinModule('node:module');
const { basename, join } = process.getBuiltinModule('node:path');
const { fileURLToPath } = process.getBuiltinModule('node:url');
const { cachedDataVersionTag } = process.getBuiltinModule('node:v8');
const { Script } = process.getBuiltinModule('node:vm');
const { crc32 } = process.getBuiltinModule('node:zlib');

/** The code is kept by the first commands only, each with the functions that those before it did without. */
const TIMES = 4;

/** Bytes before the code, a multiple of eight so that V8 need not copy it: how often it was kept, and at 4 its checksum. */
const HEAD = 8;

/**
 * Runs the file, whose one expression is a function, on what it imports, its address, and what loads other files from there. Where nothing can be kept, or what was kept is of
 * another Node or another file, the file is compiled as ever.
 */
export function run(url, given, load) {
  const file = fileURLToPath(url);
  const folder = getCompileCacheDir?.();
  const path = folder && join(folder, `recount-${basename(file)}`);
  const known = path ? keptIn(path) : null;
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: known?.subarray(HEAD),
  });
  const times = known && !script.cachedDataRejected ? known[0] : 0;
  const tag = cachedDataVersionTag();
  if (path && times < TIMES)
    process.once('exit', (code) => {
      // a command that has set V8's flags since (keepMemorySteady) would keep code that no other takes
      if (code === 0 && tag === cachedDataVersionTag()) keep(path, times + 1, script);
    });
  return script.runInThisContext()(given, url.href, load);
}

function keptIn(path) {
  try {
    const bytes = readFileSync(path);
    // V8 does not look whether code was damaged: it would fall over it, at each start
    return bytes.length > HEAD && bytes.readUInt32LE(4) === crc32(bytes.subarray(HEAD)) ? bytes : null;
  } catch {
    return null;
  }
}

function keep(path, times, script) {
  try {
    const whole = `${path}.${process.pid}`;
    const code = script.createCachedData();
    const head = Buffer.alloc(HEAD);
    head[0] = times;
    head.writeUInt32LE(crc32(code), 4);
    writeFileSync(whole, Buffer.concat([head, code]));
    renameSync(whole, path);
  } catch {
    // a full or read-only disk: the next command compiles again
  }
}
