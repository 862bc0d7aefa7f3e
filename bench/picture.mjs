// The numbers as small pictures of one kind, without a library: a row for each engine, a dot for each number of questions.

import { COLUMNS, ENGINES } from './cells.mjs';

const WIDE = 1010;
const PANEL = { width: 310, height: 178, gap: 30, top: 92, row: 24, head: 40, names: 92, value: 62 };
const SHORT = { palpate: 'Palpate', floor: 'by hand', react: 'react-quiz', survey: 'SurveyJS', mdbook: 'mdbook-quiz' };

const PANELS = [
  ...Object.keys(COLUMNS).map((column) => ({ column, condition: '1x', under: 'full speed' })),
  { column: 'ready', condition: '6x', under: 'processor at a sixth' },
  { column: 'feedback', condition: '6x', under: 'processor at a sixth' },
  { column: 'ready', condition: '4g', under: 'slow 4G' },
];

/// The whole picture, as SVG that follows the reader's light or dark.
export function picture(result) {
  const panels = PANELS.map((panel, at) => {
    const x = (at % 3) * (PANEL.width + PANEL.gap) + 10;
    const y = PANEL.top + Math.floor(at / 3) * (PANEL.height + 18);
    return `<g transform="translate(${x} ${y})">${draw(panel, result)}</g>`;
  });
  const height = PANEL.top + 3 * (PANEL.height + 18) + 6;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${height}" role="img" aria-labelledby="title">
<title id="title">Palpate beside other quiz engines; the numbers are in the tables of benchmarks.md</title>
<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #1F1B16; }
.big { font-size: 20px; font-weight: 600; }
.head { font-size: 15px; font-weight: 600; }
.soft { fill: #5E564A; }
.own { font-weight: 700; fill: #8A3B12; }
.back { fill: #FAF8F3; }
.line { stroke: #B9B0A2; stroke-width: 2; }
.axis { stroke: #DDD6CA; }
.dot { fill: #6F675B; }
.own-line { stroke: #C9885F; stroke-width: 3; }
.own-dot { fill: #8A3B12; }
@media (prefers-color-scheme: dark) {
  text { fill: #F4EEE3; }
  .soft { fill: #B9B0A2; }
  .own { fill: #F0A878; }
  .back { fill: #141210; }
  .line { stroke: #5E564A; }
  .axis { stroke: #35302A; }
  .dot { fill: #A79E90; }
  .own-line { stroke: #A8663C; }
  .own-dot { fill: #F0A878; }
}
</style>
<rect class="back" width="${WIDE}" height="${height}"/>
<text class="big" x="10" y="30">Palpate beside other quiz engines: further left is better</text>
<text class="soft" x="10" y="53">Dots from small to large: ${dots()} questions. The number is for the most of them. On a scale, the same step is the same multiple.</text>
<text class="soft" x="10" y="72">${escaped(`${result.date}, ${result.machine.processor}, ${result.machine.cores} cores, ${result.browser}, medians of ${result.times}`)}</text>
${panels.join('\n')}
</svg>
`;
}

const dots = () => '10, 100, 1,000, 10,000';
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function draw({ column, condition, under }, result) {
  const { title, unit, scale } = COLUMNS[column];
  const rows = Object.keys(ENGINES).map((engine) => ({
    engine,
    values: result.cells
      .filter((cell) => cell.engine === engine && cell.condition === condition && cell.items && cell.median[column] != null)
      .map((cell) => ({ items: cell.items, value: cell.median[column] * scale })),
  }));
  const all = rows.flatMap(({ values }) => values.map(({ value }) => value)).filter((value) => value > 0);
  const heading = `<text class="head" x="0" y="14">${title}, ${unit}</text><text class="soft" x="${PANEL.width}" y="14" text-anchor="end">${under}</text>`;
  if (all.length === 0) return `${heading}<text class="soft" x="0" y="60">not measured</text>`;
  const [least, largest] = [Math.min(...all) / 1.1, Math.max(...all) * 1.1];
  const from = PANEL.names;
  const to = PANEL.width - PANEL.value;
  const place = (value) => from + ((Math.log(Math.max(value, least)) - Math.log(least)) / Math.log(largest / least)) * (to - from);
  const bottom = PANEL.head + rows.length * PANEL.row;
  const axis = ticks(least, largest).map((tick) => `<line class="axis" x1="${at(place(tick))}" x2="${at(place(tick))}" y1="${PANEL.head - 14}" y2="${bottom - 6}"/>`
    + `<text class="soft" x="${at(place(tick))}" y="${bottom + 12}" text-anchor="middle">${number(tick)}</text>`);
  const lines = rows.map(({ engine, values }, index) => line(engine, values, PANEL.head + index * PANEL.row, place));
  return heading + axis.join('') + lines.join('');
}

function line(engine, values, y, place) {
  const own = engine === 'palpate' ? 'own' : '';
  const name = `<text class="${own || 'plain'}" x="0" y="${y + 4}">${SHORT[engine]}</text>`;
  if (values.length === 0) return `${name}<text class="soft" x="${PANEL.width}" y="${y + 4}" text-anchor="end">–</text>`;
  const places = values.map(({ value }) => place(value));
  const way = `<line class="${own ? 'own-line' : 'line'}" x1="${at(Math.min(...places))}" x2="${at(Math.max(...places))}" y1="${y}" y2="${y}"/>`;
  const marks = values.map(({ items }, index) => `<circle class="${own ? 'own-dot' : 'dot'}" cx="${at(places[index])}" cy="${y}" r="${1.5 + Math.log10(items) * 1.1}"/>`);
  const value = `<text class="${own || 'plain'}" x="${PANEL.width}" y="${y + 4}" text-anchor="end">${number(values.at(-1).value)}</text>`;
  return name + way + marks.join('') + value;
}

const at = (place) => place.toFixed(1);
const number = (value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(0) : String(Number(value.toFixed(1))));

/// Round numbers on the scale: three or four of them.
function ticks(least, largest) {
  const all = [];
  for (let power = Math.floor(Math.log10(least)); 10 ** power <= largest; power += 1) {
    for (const first of [1, 2, 5]) all.push(first * 10 ** power);
  }
  const inside = all.filter((tick) => tick >= least && tick <= largest);
  const few = inside.filter((tick) => String(tick).replace(/[.0]/g, '').startsWith('1'));
  return inside.length > 4 ? (few.length >= 2 ? few : inside.filter((_, index) => index % 2 === 0)) : inside;
}
