// What is measured: each cell of the tables, and the columns.

export const ENGINES = {
  palpate: 'Palpate',
  floor: 'written by hand',
  react: 'react-quiz-component 0.9.1',
  survey: 'SurveyJS 2.5.38',
  mdbook: 'mdbook-quiz 0.5.0',
};
/// Those with a framework.
export const PEERS = ['react', 'survey', 'mdbook'];

export const COLUMNS = {
  transfer: { title: 'Transfer', unit: 'KB', scale: 1 / 1000 },
  paint: { title: 'First paint', unit: 'ms', scale: 1 },
  ready: { title: 'Ready', unit: 'ms', scale: 1 },
  feedback: { title: 'Feedback', unit: 'ms', scale: 1 },
  next: { title: 'Next question', unit: 'ms', scale: 1 },
  heap: { title: 'Memory', unit: 'MB', scale: 1 / 1_000_000 },
};

/// How many questions, by condition. Not every mixture is measured: a run must stay short enough to be made.
export const ITEMS = { '1x': [10, 100, 1000, 10_000], '6x': [100, 1000], '4g': [100] };
/// Sizes of the synthetic knowledge base, in muscles.
const MUSCLES = [4, 40, 650];
/// How many questions go with those.
export const MUSCLE_ITEMS = 1000;
export const REVIEWS = 100_000;

/// Every cell. `name` is unique; `how` says what is special about a visit of Palpate alone.
export function cells() {
  const beside = Object.entries(ITEMS).flatMap(([condition, sizes]) => sizes.flatMap((items) => Object.keys(ENGINES)
    .map((engine) => ({ name: `${engine} ${condition} ${items}`, engine, condition, items }))));
  const alone = (how, rest) => ({ name: `palpate ${how}`, engine: 'palpate', condition: '1x', how, ...rest });
  return [
    ...beside,
    alone('shipped'),
    alone('file'),
    alone('cached', { before: 'cached' }),
    alone('worker', { before: 'worker' }),
    ...MUSCLES.map((muscles) => alone(`${muscles} muscles`, { muscles })),
    alone('no reviews', { reviews: 0 }),
    alone('many reviews', { reviews: REVIEWS }),
  ];
}
