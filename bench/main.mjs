// One run of the benchmark. `cargo xtask bench` starts it, with everything in place; see xtask/src/bench.rs.

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cells, ENGINES, ITEMS, MUSCLE_ITEMS, REVIEWS } from './cells.mjs';
import { dropProfile, launch, newProfile } from './chromium.mjs';
import { make, read } from './items.mjs';
import { median, visit } from './measure.mjs';
import { bundle, write } from './peers/make.mjs';
import { picture } from './picture.mjs';
import { profileWith } from './reviews.mjs';
import { serve } from './serve.mjs';
import { withTables } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    chromium: { type: 'string' },
    cache: { type: 'string' },
    'mdbook-quiz': { type: 'string' },
    items: { type: 'string' },
    dist: { type: 'string' },
    docs: { type: 'string' },
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

const times = options.quick ? 3 : 7;
/// A round needs one question that is answered by script, three by mouse, and one to end on.
const QUESTIONS = 5;
const written = read(options.items);
const server = await serve(join(options.cache, 'brotli'));
const wanted = cells().filter((cell) => !options.only || new RegExp(options.only).test(cell.name));
if (wanted.length === 0) {
  server.close();
  throw new Error(`no cell fits ${options.only}. They are: ${cells().map((cell) => cell.name).join(', ')}`);
}
const profiles = [];
const begun = Date.now();

try {
  const addresses = await prepare();
  const runs = new Map(wanted.map((cell) => [cell.name, []]));
  const failures = [];
  const failed = (cell) => failures.filter((each) => each.startsWith(`${cell.name}: `)).length;
  for (let time = 0; time < times; time += 1) {
    // Every cell once in each round, so that a slow minute of the machine meets all alike; each round begins elsewhere.
    const from = Math.floor((time * wanted.length) / times);
    for (const cell of [...wanted.slice(from), ...wanted.slice(0, from)]) {
      // What fails twice fails again, and each time takes long.
      if (failed(cell) >= 2) continue;
      try {
        runs.get(cell.name).push(await visit(options.chromium, cell, addresses.get(cell.name)));
      } catch (error) {
        failures.push(`${cell.name}: ${error.message}`);
      }
    }
    console.log(`  round ${time + 1} of ${times}, ${minutes()} min`);
  }
  for (const failure of new Set(failures)) console.error(`  no measurement, ${failure}`);
  await report(runs, failures);
} finally {
  for (const profile of profiles) dropProfile(profile);
  server.close();
}

function minutes() {
  return ((Date.now() - begun) / 60_000).toFixed(1);
}

/// Makes every page, serves it, and gives the address for each cell.
async function prepare() {
  const pages = join(options.cache, 'pages');
  const bundles = join(options.cache, 'bundles');
  console.log('Making the pages of the peers, and compressing all that is served.');
  await bundle(join(options.cache, 'npm'), bundles);
  const sizes = [...new Set(Object.values(ITEMS).flat())];
  for (const count of sizes) {
    const items = make(written, count);
    for (const name of Object.keys(ENGINES).filter((engine) => engine !== 'palpate')) {
      write(name, items, join(pages, `${name}-${count}`), { bundles, mdbookQuiz: options['mdbook-quiz'] });
      server.mount(`/${name}-${count}/`, join(pages, `${name}-${count}`));
    }
  }
  // A round of the same questions, opened by its address.
  const round = `#/learn/round?only=${written.slice(0, QUESTIONS).map((item) => item.id).join(',')}&seed=a1`;
  const mounted = (name, folder, rest) => { server.mount(`/${name}/`, folder, rest); return `${server.origin}/${name}/`; };
  const shipped = mounted('palpate', options.dist);
  const workerless = mounted('palpate-cached', options.dist, { without: ['sw.js'] });
  const sized = (name) => {
    const folder = join(options.cache, 'sites', name);
    return existsSync(join(folder, 'index.html')) ? mounted(`palpate-${name}`, folder) : shipped;
  };
  const bySize = new Map(sizes.map((count) => [count, sized(`items-${count}`)]));
  const addresses = new Map();
  for (const cell of wanted) {
    const home = cell.engine !== 'palpate' ? `${server.origin}/${cell.engine}-${cell.items}/`
      : cell.how === 'file' ? pathToFileURL(join(options.dist, 'palpate.html')).href
      : cell.how === 'cached' ? workerless
      : cell.muscles ? sized(`muscles-${cell.muscles}`)
      : cell.items ? bySize.get(cell.items)
      : shipped;
    addresses.set(cell.name, cell.engine === 'palpate' ? home + round : home);
    if (cell.reviews !== undefined) {
      cell.profile = await profileWith(options.chromium, `${shipped}#/settings`, written, cell.reviews);
      profiles.push(cell.profile);
    }
  }
  // One visit that does not count: the first start of the browser reads it from the disk.
  await visit(options.chromium, wanted[0], addresses.get(wanted[0].name)).catch(() => {});
  console.log(`Measuring ${wanted.length} cells ${times} times.`);
  return addresses;
}

async function report(runs, failures) {
  const fields = ['transfer', 'requests', 'paint', 'ready', 'wasm', 'feedback', 'feedbackWork', 'next', 'nextWork', 'heap', 'script', 'wasmMemory'];
  const measured = wanted.map(({ profile, ...cell }) => {
    const all = runs.get(cell.name);
    const median_ = Object.fromEntries(fields.map((field) => [field, median(all.map((run) => run[field]))]));
    if (cell.how === 'file') median_.transfer = statSync(join(options.dist, 'palpate.html')).size;
    return { ...cell, median: median_, runs: all };
  });
  const profile = newProfile();
  const browser = await launch(options.chromium, profile);
  const version = await browser.version();
  await browser.close();
  dropProfile(profile);
  const result = {
    date: new Date().toISOString().slice(0, 10),
    machine: { processor: cpus()[0].model.trim(), cores: cpus().length, memory: Math.round(totalmem() / 2 ** 30), system: type() },
    browser: version.replace('/', ' '),
    node: process.version,
    times,
    minutes: Number(minutes()),
    synthetic: existsSync(join(options.cache, 'sites', 'items-10', 'index.html')),
    muscleItems: MUSCLE_ITEMS,
    reviews: REVIEWS,
    failures: failures.length,
    cells: measured,
  };
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 1)}\n`);
  if (options.only) {
    console.log(JSON.stringify(measured.map(({ name, median: all }) => ({ name, ...all })), null, 1));
    return;
  }
  mkdirSync(options.docs, { recursive: true });
  const file = join(options.docs, 'benchmarks.md');
  const made = withTables(existsSync(file) ? readFileSync(file, 'utf8') : '', result);
  writeFileSync(file, made.text);
  writeFileSync(join(options.docs, 'benchmarks.svg'), picture(result));
  console.log(`\n${made.goals}\n\n${minutes()} min. The tables are in ${file}.`);
}
