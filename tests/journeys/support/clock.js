// A clock of its own for the page, which runs with the conductor's ticks and stands still without them: as many seconds pass
// for a slow machine as for a quick one. `journeyAfter` calls back once so much of its time has passed; what it returns takes
// that back.
(() => {
  const EVERY = 50;
  const STEP = 150;
  let now = performance.now();
  let later = [];
  performance.now = () => now;
  const setReal = window.setInterval;
  window.setInterval = (call, wait, ...rest) => {
    if (wait !== EVERY) return setReal(call, wait, ...rest);
    return setReal(() => {
      now += STEP;
      const due = later.filter((one) => one.at <= now);
      later = later.filter((one) => one.at > now);
      due.forEach((one) => one.call());
      call(...rest);
    }, 8);
  };
  window.journeyAfter = (wait, call) => {
    const one = { at: now + wait, call };
    later.push(one);
    return () => { later = later.filter((other) => other !== one); };
  };
})();
