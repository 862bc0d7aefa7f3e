// Gives the file for Moodle to a parser of GIFT that others wrote, which is no library of Rust; so it is run by hand when
// the export changes (docs/exports.md):
//
//   npm install --no-save gift-pegjs@1      (anywhere, but not in this repository)
//   node gift.mjs NODE_MODULES              checks bank-gift.txt, then that broken ones fail
//   node gift.mjs NODE_MODULES FILE...      checks files of your own
//
// Each question is read whole, is of the type that it was written as, and has marks that Moodle accepts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [modules, ...rest] = process.argv.slice(2);
if (!modules) throw new Error('say where the node_modules are');
const { parse } = createRequire(join(resolve(modules), 'x.js'))('gift-pegjs');

// The shares of a mark that Moodle accepts, with either sign, to within 0.00001 of the whole (question_bank::fraction_options_full).
const SHARES = [1, 0.9, 5 / 6, 0.8, 0.75, 0.7, 2 / 3, 0.6, 0.5, 0.4, 1 / 3, 0.3, 0.25, 0.2, 1 / 6, 1 / 7, 1 / 8, 1 / 9, 0.1, 0.05, 0];
const accepted = (percent) => SHARES.some((share) => Math.abs(share - Math.abs(percent / 100)) < 0.00001);

function check(file, text) {
  const problems = [];
  const counts = {};
  const say = (name, what) => problems.push(`${name}: ${what}`);
  const parsed = parse(text);
  const names = new Set();
  for (const one of parsed) {
    counts[one.type] = (counts[one.type] ?? 0) + 1;
    if (one.type === 'Category') continue;
    const name = one.title;
    if (!name || names.has(name)) say(name, 'no name of its own');
    names.add(name);
    if (one.id !== null && one.id !== name) say(name, `id ${one.id}`);
    if (!one.tags?.length) say(name, 'no tags');
    if (one.stem.format !== 'html' || !/^<p>.+<\/p>$/s.test(one.stem.text)) say(name, `stem ${one.stem.text}`);
    if (one.hasEmbeddedAnswers) say(name, 'text behind its answers');
    if (!/^<p>.*<\/p>$/s.test(one.globalFeedback?.text ?? '')) say(name, 'no general feedback');
    if (one.type === 'MC') {
      const right = one.choices.filter((choice) => choice.isCorrect);
      const weighted = one.choices.filter((choice) => choice.weight !== null);
      if (weighted.length === 0 && right.length !== 1) say(name, `${right.length} keys`);
      if (weighted.length > 0) {
        if (right.length > 0 || weighted.length !== one.choices.length) say(name, 'some choices have no weight');
        const sum = weighted.reduce((sum, { weight }) => sum + Math.max(weight, 0), 0);
        if (Math.abs(sum - 100) > 0.0002) say(name, `its keys make ${sum} %`);
        if (!weighted.every(({ weight }) => accepted(weight))) say(name, 'a weight that Moodle refuses');
        counts['MC with several keys'] = (counts['MC with several keys'] ?? 0) + 1;
      }
      counts['feedback of a choice'] = (counts['feedback of a choice'] ?? 0) + one.choices.filter((choice) => choice.feedback).length;
      for (const { text } of one.choices) if (text.format !== 'html' || /^[[%]/.test(text.text)) say(name, `choice ${text.text}`);
    } else if (one.type === 'Matching') {
      if (one.matchPairs.length < 2) say(name, 'one pair alone');
      if (!one.matchPairs.every((pair) => pair.subquestion.text && pair.subanswer)) say(name, 'half a pair');
    } else {
      say(name, `is read as ${one.type}`);
    }
  }
  // Whatever the parser makes of it, no question may have been lost: each begins a line with its name.
  const written = text.match(/^::/gm)?.length ?? 0;
  if (written !== names.size) say(file, `${written} questions written, ${names.size} read`);
  return { problems, counts };
}

let failed = false;
for (const path of rest.length > 0 ? rest : [join(here, 'bank-gift.txt')]) {
  const { problems, counts } = check(path, readFileSync(path, 'utf8'));
  console.log(`${problems.length === 0 ? 'valid' : 'NOT VALID'}: ${path} ${JSON.stringify(counts)}`);
  for (const problem of problems) console.log(`  ${problem}`);
  failed ||= problems.length > 0;
}
if (rest.length === 0) {
  const whole = readFileSync(join(here, 'bank-gift.txt'), 'utf8');
  const broken = {
    'a weight that is not Moodle’s': whole.replaceAll('33.33333', '33'),
    'two keys': whole.replace(/^~&/m, '=&'),
    'an escape less': whole.replace('\\{\\{c1', '{{c1'),
    'a brace less': whole.replace(/^\}$/m, ''),
    'no name': whole.replace('::ends-at::', ''),
  };
  for (const [what, text] of Object.entries(broken)) {
    let found;
    try {
      [found] = check(what, text).problems;
    } catch (error) {
      found = error.message.slice(0, 80);
    }
    console.log(found ? `found: ${what}: ${found}` : `NOT FOUND: ${what}`);
    failed ||= !found || text === whole;
  }
}
process.exit(failed ? 1 : 0);
