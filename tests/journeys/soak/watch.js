// Before each page of the soak: notes all that goes wrong, hands out a clock that can be set on, makes chance repeat itself,
// and says how much memory the program has. What must outlive a reload is in the window's name, which the app does not use.
(() => {
  const kept = JSON.parse(window.name || '{"ahead":0}');
  const keep = () => { window.name = JSON.stringify(kept); };
  const wrongs = [];
  const wrong = (what) => { if (wrongs.length < 20) wrongs.push(String(what)); };
  addEventListener('error', (event) => wrong(`error: ${event.message} ${event.error?.stack ?? ''}`));
  addEventListener('unhandledrejection', (event) => wrong(`rejection nobody took: ${event.reason?.stack ?? event.reason}`));
  const complain = console.error;
  console.error = (...words) => { wrong(`console: ${words.join(' ')}`); complain.apply(console, words); };

  // The clocks: of the wall by hours and days, the steady one by seconds.
  const Wall = Date;
  window.Date = class extends Wall {
    constructor(...given) { if (given.length) super(...given); else super(Wall.now() + kept.ahead); }
    static now() { return Wall.now() + kept.ahead; }
  };
  const steady = performance.now;
  let later = 0;
  performance.now = () => steady.call(performance) + later;

  // Chance: the same from the same seed.
  const chance = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };

  // The program's memory, as soon as there is a program.
  let memory = null;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await make.apply(WebAssembly, given);
      memory ??= Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory) ?? null;
      return made;
    };
  }

  // Nobody is there to print, to save, or to visit another site. The last record that was saved can be read back in.
  let saved = null;
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => { if (/json/.test(blob.type)) saved = blob; return address.call(URL, blob); };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };
  addEventListener('click', (event) => {
    if (event.target.closest?.('a[href]:not([href^="#"])')) event.preventDefault();
  }, true);
  window.print = () => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); };
  // Pointers that a script makes can't be held.
  for (const name of ['setPointerCapture', 'releasePointerCapture']) Element.prototype[name] = () => {};

  // ---------------------------------------------------------------------------------------------------- what is kept

  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const reading = async (read) => {
    const database = await asked(indexedDB.open('palpate'));
    try { return await read(database); } finally { database.close(); }
  };
  const today = () => { const now = new Date(); return Math.floor((now - now.getTimezoneOffset() * 60000) / 86400000); };
  const LISTS = { clinician_first: ['none-apply', 'agreed'], postpone: ['none-today'] };
  // A stop holds for its own day.
  const stopped = (gate) => gate.stopped != null && (gate.stopped_on ?? gate.day) >= today();
  const passed = (gate) => !!gate && gate.day === today() && !stopped(gate) && gate.answers.length === 10
    && gate.answers.every(([, answer]) => answer === 'no') && Object.entries(LISTS).every(([list, open]) => open.includes(gate[list]));
  const most = (text) => Math.max(0, ...[...text.matchAll(/"strokes":(\d+)/g)].map((found) => Number(found[1])));

  let before = null;
  let seen = 0;
  const look = () => reading(async (database) => {
    const transaction = database.transaction(['kept', 'finished', 'journal']);
    const [session, gate, rows, keys, entries] = await Promise.all([
      asked(transaction.objectStore('kept').get('session')),
      asked(transaction.objectStore('kept').get('gate')),
      asked(transaction.objectStore('finished').getAll(IDBKeyRange.lowerBound(seen, true))),
      asked(transaction.objectStore('finished').getAllKeys(IDBKeyRange.lowerBound(seen, true))),
      asked(transaction.objectStore('journal').getAll()),
    ]);
    seen = keys.at(-1) ?? seen;
    const strokes = most([session ?? '', ...rows, ...entries].join());
    if (strokes > 15) wrong(`${strokes} strokes are kept for a point`);
    // A page left alone past midnight shows what it showed; the next thing done in it must not go on without the gate, but for
    // stopping, and saying what is felt.
    const running = document.documentElement.dataset.session === 'on' && !/"place":("stopped"|\{"(eased-off|ended)")/.test(session ?? '');
    const closed = running && !passed(JSON.parse(gate ?? 'null'));
    if (closed && before?.day === today() && before.session !== session) wrong(`a session goes on without the gate: ${gate}`);
    before = closed ? { day: today(), session } : null;
  });

  const shown = () => {
    const heading = document.querySelector('main h1');
    if (!heading?.textContent.trim()) wrong(`no heading at ${location.hash}: ${document.body.innerText.slice(0, 300)}`);
    if (document.getElementById('shell')) wrong('the page before the app is there');
    if (document.documentElement.dataset.session !== 'on') return;
    const text = document.querySelector('main')?.innerText.replace(/\s+/g, ' ') ?? '';
    for (const [all, word, count, of] of text.matchAll(/(\w+)? ?(\d+) of (\d+)/gi)) {
      if (!/^(step|area|tries)$/i.test(word ?? '') && (Number(count) > 15 || Number(of) > 15)) wrong(`strokes on the screen: ${all}`);
    }
    for (const [all, count] of text.matchAll(/(\d+) strokes/g)) if (Number(count) > 15) wrong(`strokes on the screen: ${all}`);
  };

  window.soak = {
    wrongs, shown, look, chance, saved: () => saved,
    memory: () => memory?.buffer.byteLength ?? 0,
    // Real time, whatever the page is told.
    real: () => steady.call(performance),
    later: (ms) => { later += ms; },
    ahead: (ms) => { kept.ahead += ms; keep(); },
    // Rows and letters of everything kept.
    kept: () => reading(async (database) => {
      let rows = 0, letters = 0;
      for (const table of database.objectStoreNames) {
        const all = await asked(database.transaction(table).objectStore(table).getAll());
        rows += all.length;
        for (const value of all) letters += typeof value === 'string' ? value.length : JSON.stringify(value).length;
      }
      return { rows, letters };
    }),
  };
})();
