// The tables and the goals, in Markdown, put between two marks of the document; what is around them stays as it is.

import { COLUMNS, ENGINES, PEERS } from './cells.mjs';
import { CONDITIONS } from './measure.mjs';

const BEGIN = '<!-- what stands from here to the next mark is written by `cargo xtask bench` -->';
const END = '<!-- up to here -->';
/// A frame at 60 a second.
const FRAME = 1000 / 60;
/// Up to this much more counts as flat: two runs on the same machine differ by as much.
const FLAT = 1.25;

/// The document with new tables, and the goals by themselves for the terminal.
export function withTables(old, result) {
  const goals = judged(result);
  const tables = [intro(result), '## Goals\n', goals, '## Beside the peers\n', beside(result), '## Palpate alone\n', alone(result)].join('\n');
  const part = `${BEGIN}\n\n${tables}\n${END}`;
  const from = old.indexOf(BEGIN);
  const to = old.indexOf(END);
  const text = from >= 0 && to > from ? old.slice(0, from) + part + old.slice(to + END.length) : `${old || HEAD}\n${part}\n`;
  return { text, goals };
}

const HEAD = `# Benchmarks

How fast Palpate is beside other quiz engines that are given the same questions. \`cargo xtask bench\` makes these numbers
on your machine; it needs Node.js and Chromium. Absolute times depend on the machine; the ratios are what counts.
`;

const find = (result, name) => result.cells.find((cell) => cell.name === name)?.median;
const round = (number) => (number >= 100 ? Math.round(number).toLocaleString('en') : number >= 10 ? number.toFixed(0) : number.toFixed(1));
const shown = (median, column) => (median?.[column] == null ? '–' : round(median[column] * COLUMNS[column].scale));
const row = (cells) => `| ${cells.join(' | ')} |`;
const head = (first) => [
  row([...first, ...Object.values(COLUMNS).map(({ title, unit }) => `${title}, ${unit}`)]),
  `|${first.map(() => '---|').join('')}${Object.keys(COLUMNS).map(() => '--:|').join('')}`,
];
const values = (median) => Object.keys(COLUMNS).map((column) => shown(median, column));

function intro({ date, machine, browser, times, minutes, failures, synthetic }) {
  return `Measured on ${date}: ${machine.processor}, ${machine.cores} cores, ${machine.memory} GB, ${machine.system}; ${browser}, without a
window. Each number is the median of ${times} visits, every one in a browser of its own with an empty profile; the engines took
turns. The run took ${minutes.toFixed(0)} minutes${failures ? `; ${failures} visits failed and are left out` : ''}.${synthetic ? '' : ` **Palpate was measured with its own questions at every
size**, not with as many as the peers had.`}

![The numbers as a picture](benchmarks.svg)

- **Transfer**: all bytes that a first visit loads, compressed with brotli at its best, headers included. What Palpate's service
  worker fetches afterwards in the background, for use without a network, is not in it.
- **First paint**: from the start of the visit until the first text or picture is on the screen.
- **Ready**: from the start of the visit until the first question has answered a click, and that is painted. A script in the
  page clicks whatever leads on as soon as it is there: a start button where there is one, then an option.
- **Feedback**: from a click until its effect is on the screen, for three questions, by real mouse events. The effect is the
  verdict, or the option shown as chosen where an engine gives no verdict at once (SurveyJS, mdbook-quiz). Palpate asks for
  two clicks, an option and "Check"; the slower one counts. The browser tells such times from 16 ms upwards in steps of 8 ms
  (Event Timing); below that it is the page's own work on that frame.
- **Next question**: the same, from the click that leads on until the next question is on the screen.
- **Memory**: what JavaScript holds after two collections, with the whole memory of WebAssembly added, once four
  questions are answered. Neither compiled code nor what the browser keeps to draw the page is counted, for any engine.
`;
}

function beside(result) {
  const parts = Object.keys(CONDITIONS).map((condition) => {
    const sizes = [...new Set(result.cells.filter((cell) => cell.condition === condition && cell.items).map((cell) => cell.items))];
    const rows = sizes.flatMap((items) => Object.entries(ENGINES).map(([engine, title]) => row([
      items.toLocaleString('en'),
      engine === 'palpate' ? `**${title}**` : title,
      ...values(find(result, `${engine} ${condition} ${items}`)),
    ])));
    return `### At ${CONDITIONS[condition].title}\n\n${[...head(['Questions', 'Engine']), ...rows].join('\n')}\n`;
  });
  return `"Written by hand" is a page of some forty lines without any library: the floor that an engine can hope to come near. Versions are
exact and come from the package registries. The processor at a sixth stands for a cheap phone.

${parts.join('\n')}`;
}

function alone(result) {
  const names = {
    shipped: 'first visit, as it is released',
    file: 'the single file, opened from disk',
    cached: 'second visit, files kept by the browser',
    worker: 'second visit, by the service worker',
    'no reviews': 'second visit, nothing answered yet',
    'many reviews': `second visit, ${result.reviews.toLocaleString('en')} answers kept`,
  };
  const all = result.cells.filter((cell) => cell.how);
  const title = (cell) => names[cell.how] ?? `first visit, knowledge base of ${cell.how} and ${result.muscleItems.toLocaleString('en')} questions`;
  return `At full speed, by the same measures. The transfer of the single file is its size on disk.

${[...head(['Visit']), ...all.map((cell) => row([title(cell), ...values(cell.median)]))].join('\n')}
`;
}

function judged(result) {
  const goals = [
    ['ahead of every peer with a framework in every column', ahead(result)],
    ['ready within 1.5 of the page written by hand, 1,000 questions', within(result, 'ready', 1.5)],
    ['memory within 1.5 of the page written by hand, 1,000 questions', within(result, 'heap', 1.5)],
    ['whole app at most 150 KB', most(find(result, 'palpate shipped')?.transfer, 150_000, (bytes) => `${round(bytes / 1000)} KB`)],
    ['feedback within one frame at a sixth of the speed', most(find(result, 'palpate 6x 1000')?.feedback, FRAME, (ms) => `${round(ms)} ms`)],
    ['first paint before the WebAssembly has come, on slow 4G', before(find(result, 'palpate 4g 100'))],
    ['cost flat from 10 to 10,000 questions', flat(result, 'palpate 1x 10', 'palpate 1x 10000')],
    ['cost flat from 4 to 650 muscles', flat(result, 'palpate 4 muscles', 'palpate 650 muscles')],
    [`${result.reviews.toLocaleString('en')} answers start within 100 ms of none`, later(result)],
  ];
  const lines = goals.map(([goal, { met, told }]) => row([goal, told, met === null ? 'not measured' : met ? 'met' : '**not met**']));
  return `${[row(['Goal', 'Measured', '']), '|---|---|---|', ...lines].join('\n')}\n`;
}

const unknown = { met: null, told: '–' };

function ahead(result) {
  const behind = [];
  let compared = 0;
  for (const cell of result.cells.filter((each) => each.engine === 'palpate' && each.items)) {
    for (const column of Object.keys(COLUMNS)) {
      for (const peer of PEERS) {
        const [ours, theirs] = [cell.median[column], find(result, `${peer} ${cell.condition} ${cell.items}`)?.[column]];
        if (ours == null || theirs == null) continue;
        compared += 1;
        if (ours >= theirs) behind.push(`${COLUMNS[column].title.toLowerCase()} (${ENGINES[peer].split(' ')[0]})`);
      }
    }
  }
  if (compared === 0) return unknown;
  const told = `in ${compared - behind.length} of ${compared} comparisons`;
  const counted = [...new Set(behind)].map((each) => `${each} ${behind.filter((other) => other === each).length}×`);
  return { met: behind.length === 0, told: behind.length === 0 ? told : `${told}; behind in ${counted.join(', ')}` };
}

function within(result, column, most) {
  const [ours, floor] = ['palpate', 'floor'].map((engine) => find(result, `${engine} 1x 1000`)?.[column]);
  if (ours == null || floor == null) return unknown;
  return { met: ours <= floor * most, told: `${(ours / floor).toFixed(1)} times` };
}

function most(value, limit, told) {
  return value == null ? unknown : { met: value <= limit, told: told(value) };
}

function before(median) {
  if (median?.paint == null || median.wasm == null) return unknown;
  return { met: median.paint < median.wasm, told: `${round(median.paint)} ms, against ${round(median.wasm)} ms` };
}

function flat(result, small, large) {
  const [from, to] = [find(result, small), find(result, large)];
  if (!from || !to || !result.synthetic) return unknown;
  const ratios = ['ready', 'feedback', 'next', 'heap'].map((column) => [column, to[column] / from[column]]);
  return {
    met: ratios.every(([, ratio]) => ratio <= FLAT),
    told: `${ratios.map(([column, ratio]) => `${COLUMNS[column].title.toLowerCase()} ${ratio.toFixed(2)} times`).join(', ')} (up to ${FLAT} counts as flat)`,
  };
}

function later(result) {
  const [none, many] = ['no', 'many'].map((how) => find(result, `palpate ${how} reviews`)?.ready);
  if (none == null || many == null) return unknown;
  return { met: many - none <= 100, told: `${round(Math.max(0, many - none))} ms later` };
}
