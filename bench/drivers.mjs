// How each engine is driven, as functions that run in its page: where its options are, and how one sees that it has answered.
//
//   start     the button before the first question, where there is one
//   options   the options of the present question
//   answered  whether a click on an option has had its effect: a verdict, or the option shown as chosen
//   check     the button that asks for the verdict, where there is one
//   judged    whether the verdict is there
//   next      the button that leads on
//   question  what tells the present question from the next

const none = () => null;

export const drivers = {
  palpate: {
    start: none,
    options: () => document.querySelectorAll('label.option input'),
    // The browser itself marks a radio button; that the app has heard it shows in its button.
    answered: () => [...document.querySelectorAll('.question-footer .button-main')].some((button) => !button.disabled),
    check: () => document.querySelector('#verdict') ? null : document.querySelector('.question-footer .button-main'),
    judged: () => document.querySelector('#verdict') !== null,
    next: () => document.querySelector('#verdict') && document.querySelector('.question-footer .button-main'),
    question: () => document.querySelector('.question-where')?.textContent,
  },
  floor: {
    start: none,
    options: () => document.querySelectorAll('.option'),
    answered: () => document.querySelector('#verdict') !== null,
    check: none,
    judged: none,
    next: () => document.querySelector('#next'),
    question: () => document.querySelector('h1')?.textContent,
  },
  react: {
    start: () => document.querySelector('.startQuizBtn'),
    options: () => document.querySelectorAll('.answerBtn'),
    answered: () => document.querySelector('.react-quiz-container .alert') !== null,
    check: none,
    judged: none,
    next: () => document.querySelector('.nextQuestionBtn'),
    question: () => document.querySelector('.questionWrapperBody')?.firstElementChild?.textContent,
  },
  survey: {
    start: none,
    options: () => document.querySelectorAll('.sd-question input[type=radio]'),
    answered: () => document.querySelector('.sd-item--checked') !== null,
    check: none,
    judged: none,
    next: () => document.querySelector('.sd-navigation__next-btn'),
    question: () => document.querySelector('.sd-question__title')?.textContent,
  },
  mdbook: {
    start: () => document.querySelector('.mdbook-quiz button.start'),
    options: () => document.querySelectorAll('.mdbook-quiz .choice input'),
    answered: () => document.querySelector('.mdbook-quiz .choice input:checked') !== null,
    check: none,
    judged: none,
    next: () => document.querySelector('.mdbook-quiz form input[type=submit], .mdbook-quiz form button[type=submit]'),
    question: () => document.querySelector('.mdbook-quiz .counter')?.textContent,
  },
};

/// The script that is put in front of a page: it watches for the first question, and times clicks.
export function script(engine) {
  const driver = Object.entries(drivers[engine]).map(([name, how]) => `${name}: ${how}`).join(',\n');
  return `(${watch})({ ${driver} });`;
}

/* Runs in the page. */
function watch(driver) {
  if (window !== top) return;
  const bench = { ready: null, clicks: [] };
  window.bench = bench;

  // Resolves right after the first frame that is painted with `ask` true.
  const painted = (ask) => new Promise((done) => {
    let frames = 0;
    let work = 0;
    const look = () => requestAnimationFrame(() => {
      const from = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        frames += 1;
        work += now - from;
        if (ask()) done({ at: now, frames, work });
        else look();
      };
      port2.postMessage(0);
    });
    look();
  });

  // Clicks what there is as soon as it is there, until the first question has answered.
  let busy = false;
  let tries = 0;
  const attempt = async () => {
    if (busy || bench.ready !== null) return;
    const start = driver.start();
    const options = driver.options();
    if (!start && options.length === 0) return;
    busy = true;
    (start ?? options[tries++ % options.length]).click();
    if (!start) {
      const { at } = await painted(() => true);
      if (driver.answered()) {
        bench.ready = at;
        observer.disconnect();
      }
    }
    busy = false;
  };
  const observer = new MutationObserver(attempt);
  observer.observe(document, { childList: true, subtree: true });
  const again = () => {
    attempt();
    if (bench.ready === null) requestAnimationFrame(again);
  };
  requestAnimationFrame(again);

  const target = (what) => {
    const options = driver.options();
    const found = what === 'option' ? options[1] ?? options[0] : driver[what]();
    return found && (found.closest('label') ?? found);
  };

  // The middle of what is to be clicked, once nothing moves any more.
  bench.aim = async (what) => {
    const found = target(what);
    if (!found) return null;
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    for (let still = 0, last = ''; still < 3;) {
      await painted(() => true);
      const box = target(what)?.getBoundingClientRect();
      if (!box) return null;
      const now = `${box.x} ${box.y} ${box.width}`;
      still = now === last ? still + 1 : 0;
      last = now;
    }
    const box = target(what).getBoundingClientRect();
    const x = box.x + Math.min(box.width / 2, 40);
    const y = box.y + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    if (!target(what).contains(hit)) throw new Error(`${what} is covered by ${hit?.outerHTML.slice(0, 200)}`);
    return { x, y };
  };

  // Makes ready for a click: `bench.click` then says how long it took from the press to the paint that shows its effect.
  bench.timed = (what) => { bench.click = new Promise((done) => {
    const before = driver.question();
    const asks = { option: driver.answered, check: driver.judged, next: () => driver.question() !== before && driver.options().length > 0 };
    addEventListener('click', (event) => {
      const heard = performance.now();
      let handled = null;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { handled ??= performance.now(); };
      port2.postMessage(0);
      painted(asks[what]).then(({ at, frames, work }) => {
        const handler = Math.max(0, Math.min(handled ?? at, at - work) - heard);
        done({ what, took: at - event.timeStamp, work: handler + work, frames, pressed: event.timeStamp });
      });
    }, { capture: true, once: true });
  }); };

  // The browser's own figure, for comparison; it tells of 16 ms and more, in steps of 8.
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'click') bench.clicks.push({ pressed: entry.startTime, duration: entry.duration });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}
