// Makes the pages of the peers: each a folder with the page, its bundle, and the same items in the peer's own form.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const HERE = import.meta.dirname;

const page = (title, head, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;

// Each page is served as kindly as can be: the script early, the items asked for beside it.
const bundled = (title, style = '') => page(
  title,
  `${style}<link rel="preload" href="items.json" as="fetch" crossorigin>\n<script type="module" src="page.js"></script>`,
  '<div id="root"></div>',
);

const react = (items) => ({
  quizTitle: 'Quiz',
  quizSynopsis: 'The same questions for all.',
  nrOfQuestions: String(items.length),
  questions: items.map((item) => ({
    question: item.stem,
    questionType: 'text',
    answerSelectionType: 'single',
    answers: item.options,
    correctAnswer: String(item.right + 1),
    messageForCorrectAnswer: 'Right',
    messageForIncorrectAnswer: 'Not quite',
    explanation: item.rationale,
    point: '1',
  })),
});

const survey = (items) => ({
  questionsOnPageMode: 'questionPerPage',
  elements: items.map((item) => ({
    type: 'radiogroup',
    name: item.id,
    title: item.stem,
    choices: item.options,
    correctAnswer: item.options[item.right],
  })),
});

const mdbook = (items) => ({
  questions: items.map((item) => ({
    type: 'MultipleChoice',
    prompt: { prompt: item.stem, distractors: item.options.filter((_, place) => place !== item.right) },
    answer: { answer: item.options[item.right] },
    context: item.rationale,
  })),
});

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/// Bundles what needs it once, into `folder`. `installed` holds `node_modules`, `mdbookQuiz` the files of that crate.
export async function bundle(installed, folder) {
  const esbuild = createRequire(join(installed, 'package.json'))('esbuild');
  for (const [name, entry] of [['react', 'react.jsx'], ['survey', 'survey.js']]) {
    await esbuild.build({
      entryPoints: [join(HERE, entry)],
      outfile: join(folder, name, 'page.js'),
      nodePaths: [join(installed, 'node_modules')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      legalComments: 'none',
      logLevel: 'warning',
    });
  }
  esbuild.stop?.();
}

/// Writes the page of one peer with these items. `bundles` is where [`bundle`] wrote.
export function write(name, items, folder, { bundles, mdbookQuiz }) {
  mkdirSync(folder, { recursive: true });
  const put = (file, text) => writeFileSync(join(folder, file), text);
  switch (name) {
    case 'floor':
      copyFileSync(join(HERE, 'floor.html'), join(folder, 'index.html'));
      put('items.json', JSON.stringify(items.map(({ stem, options, right, rationale }) => ({ stem, options, right, rationale }))));
      break;
    case 'react':
      copyFileSync(join(bundles, 'react/page.js'), join(folder, 'page.js'));
      put('index.html', bundled('react-quiz-component'));
      put('items.json', JSON.stringify(react(items)));
      break;
    case 'survey':
      for (const file of ['page.js', 'page.css']) copyFileSync(join(bundles, 'survey', file), join(folder, file));
      put('index.html', bundled('SurveyJS', '<link rel="stylesheet" href="page.css">\n'));
      put('items.json', JSON.stringify(survey(items)));
      break;
    case 'mdbook':
      // As its preprocessor writes it: the questions in an attribute of the page. The book around it is left out.
      for (const file of ['quiz-embed.iife.js', 'style.css']) copyFileSync(join(mdbookQuiz, file), join(folder, file));
      put('index.html', page(
        'mdbook-quiz',
        '<link rel="stylesheet" href="style.css">\n<script defer src="quiz-embed.iife.js"></script>',
        `<div class="quiz-placeholder" data-quiz-name="&quot;quiz&quot;" data-quiz-questions="${escaped(JSON.stringify(mdbook(items)))}"></div>`,
      ));
      break;
    default:
      throw new Error(`there is no peer ${name}`);
  }
}
