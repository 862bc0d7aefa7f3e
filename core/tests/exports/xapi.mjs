// Gives a file of xAPI statements to the validator that the store Learning Locker runs on all that it takes in.
//
//     npm install @learninglocker/xapi-validation
//     PALPATE_XAPI=statements.json cargo test -p palpate-core --test exports xapi
//     node xapi.mjs statements.json
//
// Run from the folder that it was installed in. It then breaks statements, to see that the validator sees it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const validate = require("@learninglocker/xapi-validation").default;
const faults = (statement) => validate(statement).map((warning) => JSON.stringify({ ...warning, data: undefined }));

const statements = JSON.parse(readFileSync(process.argv[2], "utf8"));
let bad = 0;
for (const statement of statements) {
  for (const fault of faults(statement)) {
    if (bad++ < 10) console.log(fault, JSON.stringify(statement));
  }
}
console.log(`${statements.length} statements, ${bad} faults`);

const ids = new Set(statements.map((statement) => statement.id));
if (ids.size !== statements.length) bad += console.log("an id stands twice") ?? 1;

const breaks = {
  "no id of the right form": (statement) => { statement.id = "1"; },
  "no verb": (statement) => { delete statement.verb; },
  "a mark above 1": (statement) => { statement.result.score.scaled = 2; },
  "a time that is none": (statement) => { statement.timestamp = "yesterday"; },
  "a type of question that there is not": (statement) => { statement.object.definition.interactionType = "drawing"; },
  "an activity whose id is no IRI": (statement) => { statement.object.id = "item 1"; },
};
for (const [what, spoil] of Object.entries(breaks)) {
  const statement = structuredClone(statements[0]);
  spoil(statement);
  const seen = faults(statement).length > 0;
  console.log(seen ? "found:" : "NOT FOUND:", what);
  if (!seen) bad += 1;
}
process.exit(bad ? 1 : 0);
