// Random use of the app: `soak.walk(seed, count)` does so many things one after the other, looks each time whether all is
// well, and tells what it did and what went wrong. Waits are for the next frame: what is not ready by then is met half done, as
// by a person in a hurry.
(() => {
  const { chance, shown, look, wrongs } = window.soak;
  const ADDRESSES = [
    '', 'find', 'hurt', 'learn', 'learn/today', 'learn/map', 'learn/exam', 'learn/exams', 'learn/exams/1', 'learn/exams/99', 'export',
    'look', 'look?q=psoas', 'look?q=%F0%9F%A6%B4%20%3Cb%3E', 'muscle/iliacus', 'muscle/psoas-major', 'muscle/none', 'landmarks', 'disagreements',
    'disagreements/B30', 'words', 'words/tendon', 'sources', 'sources/R06', 'safety', 'safety/check', 'safety/red-flags', 'about', 'journal',
    'journal/new', 'journal/none', 'journal/summary', 'settings', 'settings/hands-free', 'settings/learning', 'find/iliacus-palpation',
    'find/psoas-palpation', 'find/self-massage', 'find/self-massage/handout', 'find/self-massage/point-9', 'find/self-massage/step-2',
    'learn/round?topics=attachments&n=5', 'learn/round?seed=soak&n=3', 'learn/round?topics=none', '%E0%A4%A', 'no/such/page',
  ];
  const TEXTS = ['', 'stiff on the stairs', '<b onclick=alert(1)>bold</b>', '🦴 łiliopsoąs ﷽', 'x'.repeat(3000), '-1', '1e999', '2026-11-21', '12:30', '0', 'ABCD-EFGH-JKLM', 'lesser\ntrochanter'];
  const KEYS = ['Enter', ' ', 'Escape', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'Delete', 'Backspace', '/', '1', '4', 'k', '+', '-'];
  const HOUR = 3600000;

  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const frames = async (count) => { for (let at = 0; at < count; at++) await frame(); };

  // Makes every file that the app can make: the largest things it does.
  window.soak.everyFile = async () => {
    for (const page of ['export', 'journal', 'settings']) {
      location.hash = `#/${page}`;
      await frames(5);
      for (const button of document.querySelectorAll('main button')) {
        if (page === 'export' || /^(Save|Table|Health)/.test(button.textContent.trim())) { button.click(); await frames(30); }
      }
    }
  };

  window.soak.walk = async (seed, count) => {
    const random = chance(seed);
    Math.random = chance(seed + 1);
    const below = (number) => Math.floor(random() * number);
    const one = (list) => list[below(list.length)];
    const did = [];

    const inSession = () => document.documentElement.dataset.session === 'on';
    const scope = () => document.querySelector('dialog:modal') ?? (inSession() && random() < 0.8 ? document.querySelector('main') : document.body);
    const usable = (element) => !element.disabled && !element.closest('[inert]') && element.checkVisibility({ visibilityProperty: true });
    const all = (selector, within = scope()) => [...(within?.querySelectorAll(selector) ?? [])].filter(usable);
    const named = (element) => `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? (element.textContent || element.name || element.type || '')).trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
    const go = async (hash) => { location.hash = `#/${hash}`; await frames(2); };
    const change = (field, kinds = ['input', 'change']) => kinds.forEach((kind) => field.dispatchEvent(new Event(kind, { bubbles: true })));
    // By its own setter, as a person's typing would, past any that a library put before it.
    const put = (field, value) => { field.value = value; change(field); };

    const pointer = (element, kind, x, y) => element.dispatchEvent(new PointerEvent(kind, {
      bubbles: true, cancelable: true, pointerId: 7, pointerType: one(['mouse', 'touch']), isPrimary: true, button: 0, buttons: kind === 'pointerup' ? 0 : 1, clientX: x, clientY: y,
    }));
    const press = (element) => {
      const box = element.getBoundingClientRect(), x = box.x + box.width * random(), y = box.y + box.height * random();
      pointer(element, 'pointerdown', x, y);
      pointer(element, 'pointerup', x, y);
      if (element.click) element.click();
    };
    const button = (words) => all('button, a', document.querySelector('main')).find((element) => words.test(named(element)));
    const pressed = async (words) => { const found = button(words); if (found) { press(found); await frames(2); } return !!found; };

    const ways = {
      async gate() {
        await go('safety/check');
        const slip = random() < 0.05 ? below(10) : -1;
        all('fieldset', document).forEach((group, at) => group.querySelectorAll('input')[at === slip ? 1 + below(2) : 0]?.click());
        await frame();
        for (const list of ['clinician-first', 'postpone']) { document.querySelector(`input[name="${list}"]`)?.click(); await frame(); }
      },
      async session(guide = one(['iliacus-palpation', 'psoas-palpation', 'self-massage', 'self-massage'])) {
        await ways.gate();
        await go(`find/${guide}`);
        document.querySelectorAll('input[name="side"]')[below(2)]?.click();
        document.querySelectorAll('input[name="legs"]')[below(2)]?.click();
        await frame();
        await pressed(random() < 0.5 ? /Start hands-free/ : /Start on the/);
      },
      // To the strokes of a massage, and more of them than there may be.
      async strokes() {
        await ways.session('self-massage');
        for (let at = 0; at < 14; at++) {
          if (button(/Count a stroke/)) break;
          await pressed(/A tender point|Go on|Next/);
        }
        await ways.hammer();
      },
      async hammer() {
        for (let at = 0; at < 20; at++) { const ring = button(/Count a stroke/); if (!ring) break; press(ring); shown(); if (at % 4 === 0) await frame(); }
      },
      async exam() {
        await go('learn/exam');
        await pressed(/Start the exam|Continue/);
        for (let at = 0; at < below(21); at++) {
          const choices = all('main input', document);
          if (choices.length) one(choices).click();
          await pressed(/^button “Next/);
        }
        if (random() < 0.7 && await pressed(/To the end/)) await pressed(/^button “Hand it in/);
      },
      async learn() {
        await go(one(['learn/today', 'learn/round?topics=attachments&n=5', `learn/round?seed=${below(1000)}&n=8`]));
        for (let at = 0; at < 6; at++) {
          const choices = all('main input', document);
          if (choices.length && random() < 0.7) { one(choices).click(); await frame(); if (!await pressed(/^button “Check/)) await pressed(/I don't know/); } else await pressed(/I don't know/);
          await pressed(/^button “(Next|See the result|Sure|Unsure|Easy)/);
        }
      },
      async entry() {
        await go('journal/new');
        for (let at = 0; at < 5; at++) { const choices = all('main input[type=radio], main input[type=checkbox]', document); if (choices.length) one(choices).click(); await frame(); }
        const note = all('main textarea', document)[0];
        if (note) put(note, one(TEXTS));
      },
      async hurt() {
        await go('hurt');
        await pressed(/None of these/);
        for (let at = 0; at < 4; at++) { await acts.picture(); await frame(); }
      },
      async files() {
        await go(one(['export', 'journal', 'settings']));
        const found = all('main button', document).filter((element) => !/Erase|Start/.test(named(element)));
        if (found.length) press(one(found));
        await frames(4);
      },
      // Its own backup, mostly as it was saved, else cut short or with a letter changed.
      async backup() {
        await go('settings');
        await pressed(/Save it all to a file/);
        await frames(3);
        const blob = window.soak.saved(), field = document.querySelector('input[type=file]');
        if (!blob || !field) return;
        let text = await blob.text();
        const at = below(text.length), how = random();
        if (how < 0.2) text = text.slice(0, at); else if (how < 0.4) text = text.slice(0, at) + one(['9', '"', '}', '\u0000', 'e']) + text.slice(at + 1);
        const files = new DataTransfer();
        files.items.add(new File([text], 'palpate.json'));
        field.files = files.files;
        change(field);
        await frames(6);
      },
      // A session that conducts itself, left to itself for a while.
      async listen() { await frames(20 + below(60)); },
    };

    const acts = {
      click() {
        const found = all('a[href^="#"], button, summary, label, [role=button], [tabindex="0"]').filter((element) => !/Erase everything/.test(element.textContent) || random() < 0.02);
        if (!found.length) return 'nothing to press';
        const element = one(found), name = named(element);
        press(element);
        return name;
      },
      key() {
        const key = one(KEYS), target = document.activeElement ?? document.body;
        const event = (kind) => target.dispatchEvent(new KeyboardEvent(kind, { key, code: key, bubbles: true, cancelable: true, repeat: random() < 0.1 }));
        event('keydown');
        event('keyup');
        return `${JSON.stringify(key)} on ${named(target)}`;
      },
      focus() {
        const found = all('a[href^="#"], button, input, textarea, select, summary, [tabindex]');
        if (found.length) one(found).focus();
      },
      type() {
        const found = all('input[type=text], input[type=search], input:not([type]), textarea, input[type=date], input[type=time]');
        if (!found.length) return 'no field';
        const field = one(found), text = one(TEXTS);
        put(field, text);
        return `${JSON.stringify(text.slice(0, 20))} into ${named(field)}`;
      },
      choose() {
        const found = all('input[type=radio], input[type=checkbox], input[type=range], input[type=number], select');
        if (!found.length) return 'nothing to choose';
        const field = one(found);
        if (field.type === 'range' || field.type === 'number') put(field, String(Number(field.min || 0) + below(1 + Number(field.max || 10) - Number(field.min || 0))));
        else if (field.tagName === 'SELECT') put(field, one([...field.options]).value);
        else field.click();
        return named(field);
      },
      async picture() {
        const found = all('svg').filter((drawing) => drawing.getBoundingClientRect().width > 80);
        if (!found.length) return 'no picture';
        const drawing = one(found), box = drawing.getBoundingClientRect();
        const spot = () => [box.x + box.width * random(), box.y + box.height * random()];
        const [x, y] = spot(), target = document.elementFromPoint(x, y) ?? drawing;
        if (random() < 0.1) { target.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: x, clientY: y, deltaY: one([-120, 120]), ctrlKey: true })); return 'wheel'; }
        pointer(target, 'pointerdown', x, y);
        for (let moves = below(4); moves > 0; moves--) { pointer(target, 'pointermove', ...spot()); await frame(); }
        pointer(target, random() < 0.9 ? 'pointerup' : 'pointercancel', x, y);
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, clientX: x, clientY: y }));
        return named(drawing);
      },
      back() { if (navigation.canGoBack && navigation.currentEntry.index > 0) history.back(); },
      forward() { if (navigation.canGoForward) history.forward(); },
      async go() { const hash = one(ADDRESSES); await go(hash); return hash; },
      scroll() { scrollTo(0, below(document.documentElement.scrollHeight)); },
      wait: async () => { await frames(below(20)); },
      seconds() { const ms = below(40) * 1000; window.soak.later(ms); window.soak.ahead(ms); return `${ms / 1000} s later`; },
      async hide() { window.journeyHide(true); await frames(below(4)); window.journeyHide(false); },
      // Time that passes while the page is hidden, as in a pocket; now and then while it is looked at, and now and then backwards.
      async hours() {
        const ms = random() < 0.7 ? below(10) * HOUR : below(4) * 24 * HOUR, back = random() < 0.1, hidden = random() < 0.7;
        if (hidden) window.journeyHide(true);
        window.soak.ahead(back ? -ms : ms);
        if (!back) window.soak.later(ms);
        await frame();
        if (hidden) window.journeyHide(false);
        return `${ms / HOUR} h ${back ? 'back' : 'on'}${hidden ? ', hidden' : ''}`;
      },
      media() { const names = Object.keys(window.journeyMedia.handlers).filter((name) => window.journeyMedia.handlers[name]); if (names.length) { const name = one(names); window.journeyMedia.handlers[name]({ action: name }); return name; } },
      sound() { const state = one(['suspended', 'running', 'running']); window.journeyAudio?.become(state); return state; },
      hold: async () => { const found = all('button'); if (found.length) { const element = one(found); pointer(element, 'pointerdown', 5, 5); await frames(below(60)); pointer(element, 'pointerup', 5, 5); return named(element); } },
      close() { document.querySelector('dialog:modal')?.close(); },
      async way() { const name = one(Object.keys(ways)); await ways[name](); return name; },
    };
    const weights = Object.entries({ click: 420, key: 110, focus: 30, type: 60, choose: 90, picture: 60, back: 30, forward: 15, go: 50, scroll: 15, wait: 30, seconds: 20, hide: 8, hours: 8, media: 15, sound: 5, hold: 8, close: 10, way: 45 });
    const sum = weights.reduce((sum, [, weight]) => sum + weight, 0);
    const draw = () => { let at = random() * sum; return weights.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'click'; };

    // On a busy machine it does less at a time, so that a call that does not come back is an app that hangs.
    const until = window.soak.real() + 15000;
    for (let at = 0; at < count && !wrongs.length && window.soak.real() < until; at++) {
      let name = draw();
      // In a session most of what would lead away is left for later, so that sessions last.
      if (inSession() && ['go', 'way', 'back', 'hours'].includes(name) && random() < 0.75) name = random() < 0.3 ? 'wait' : 'click';
      const from = location.hash;
      did.push(`${name} at ${from}`);
      const what = await acts[name]();
      did[did.length - 1] += `: ${what ?? ''}`;
      await frame();
      shown();
      if (at % 8 === 7) await look();
    }
    await look();
    // What the stand-ins wrote down is for other journeys.
    window.journeyDid.length = 0;
    return { did, wrongs };
  };
})();
