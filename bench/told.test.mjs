// What the benchmark tells, from numbers that are made up: `node --test bench/`. No browser, and nothing to install.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { cells } from './cells.mjs';
import { make, read } from './items.mjs';
import { picture } from './picture.mjs';
import { withTables } from './table.mjs';

/// A run in which Palpate takes 1 of everything, the floor 0.9 and each peer 2, but for what `change` says.
function result(change = () => ({})) {
  const one = { palpate: 1, floor: 0.9, react: 2, survey: 2, mdbook: 2 };
  const all = cells().map((cell) => {
    const n = one[cell.engine];
    const median = { transfer: n * 1000, paint: n, ready: n, wasm: 5, feedback: n, next: n, heap: n * 1_000_000 };
    return { ...cell, median: { ...median, ...change(cell) } };
  });
  const machine = { processor: 'a processor', cores: 2, memory: 8, system: 'Linux' };
  return { date: '2026-01-01', machine, browser: 'Chrome 1', times: 7, minutes: 1, failures: 0, synthetic: true, muscleItems: 1000, reviews: 100_000, cells: all };
}

const goals = (run) => withTables('', run).goals;

test('goals are met when all is well', () => {
  const told = goals(result());
  assert.equal(told.match(/\| met \|/g).length, 9, told);
  assert.match(told, /in 126 of 126 comparisons/);
});

test('a goal that is missed is told, with where', () => {
  const slow = goals(result((cell) => (cell.name === 'palpate 6x 1000' ? { feedback: 17 } : {})));
  assert.match(slow, /\*\*not met\*\*/);
  assert.match(slow, /in 123 of 126 comparisons; behind in feedback \(react-quiz-component\) 1×/);
  assert.match(slow, /\| feedback within one frame[^|]*\| 17 ms \| \*\*not met\*\* \|/);
  assert.match(goals(result((cell) => (cell.name === 'palpate 1x 10000' ? { heap: 1_300_000 } : {}))), /memory 1\.30 times \(up to 1\.25/);
  assert.match(goals(result((cell) => (cell.reviews ? { ready: 150 } : {}))), /149 ms later \| \*\*not met\*\*/);
  assert.match(goals({ ...result(), cells: [] }), /\| – \| not measured \|/);
});

test('what people wrote around the tables stays', () => {
  const first = withTables('', result()).text;
  const own = `Above.\n\n${first}\nBelow.\n`;
  const again = withTables(own, result((cell) => (cell.engine === 'palpate' ? { ready: 777 } : {}))).text;
  assert.ok(again.startsWith('Above.\n') && again.endsWith('\nBelow.\n') && again.includes('| 777 |'));
  assert.equal(withTables(again, result()).text, own);
});

test('the picture has a row for each engine, and no number that is none', () => {
  const svg = picture(result());
  assert.ok(svg.includes('mdbook-quiz') && !/NaN|undefined|Infinity/.test(svg));
  assert.ok(!/NaN|undefined|Infinity/.test(picture({ ...result(), cells: [] })));
});

test('questions are read from the table and repeated with new words', () => {
  const file = join(tmpdir(), `palpate-bench-${process.pid}.csv`);
  writeFileSync(file, '\uFEFFid,type,stem,option_a,option_b,option_c,option_d,option_e,key,rationale\r\n'
    + 'one,single,"Which, of ""these""?",A a,B b,C c,D d,,C,"Because\nof it"\r\nfive,single,Which?,A,B,C,D,E,A,So\r\nmany,multiple,Which?,A,B,C,D,,A,So\r\n');
  const [item, ...rest] = read(file);
  assert.deepEqual(rest, []);
  assert.deepEqual(item, { id: 'one', stem: 'Which, of "these"?', options: ['A a', 'B b', 'C c', 'D d'], right: 2, rationale: 'Because\nof it' });
  const many = make([item], 3);
  assert.deepEqual(many.map(({ stem }) => stem), ['Which, of "these"?', 'Which, of (1) "these"?', 'Which, of (2) "these"?']);
});
