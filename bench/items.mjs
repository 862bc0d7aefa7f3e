// The questions that every engine is given: the written ones of Palpate that have four options and one key. Where more are asked
// for than there are, they come again with their number in the midst of their words, as in the knowledge bases that `site` makes.

import { readFileSync } from 'node:fs';

/// Reads what `cargo xtask export csv` wrote.
export function read(file) {
  const [head, ...rows] = table(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const column = Object.fromEntries(head.map((name, at) => [name, at]));
  const items = rows.filter((row) => row[column.type] === 'single').map((row) => ({
    id: row[column.id],
    stem: row[column.stem],
    options: ['a', 'b', 'c', 'd', 'e'].map((letter) => row[column[`option_${letter}`]]).filter(Boolean),
    right: 'ABCDE'.indexOf(row[column.key]),
    rationale: row[column.rationale],
  }));
  return items.filter((item) => item.options.length === 4 && !item.id.startsWith('gen-'));
}

/// `count` of them.
export function make(written, count) {
  return Array.from({ length: count }, (_, at) => {
    const item = written[at % written.length];
    const copy = Math.floor(at / written.length);
    if (copy === 0) return item;
    const again = (text) => numbered(text, copy);
    return { ...item, id: `${item.id}-x${copy}`, stem: again(item.stem), options: item.options.map(again), rationale: again(item.rationale) };
  });
}

/// Its words, with something new in the midst of them.
function numbered(text, copy) {
  const middle = text.indexOf(' ', text.length / 2);
  const at = middle < 0 ? text.length : middle;
  return `${text.slice(0, at)} (${copy})${text.slice(at)}`;
}

function table(text) {
  const rows = [[]];
  const cells = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
  for (let found = cells.exec(text); found && found.index < text.length; found = cells.exec(text)) {
    const [, cell, end] = found;
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
