// Profiles in which Palpate has been used: one with nothing answered, one with years of answers, read in from a file as a person would.

import { setTimeout as pause } from 'node:timers/promises';
import { launch, newProfile } from './chromium.mjs';

/// A profile that holds `rows` reviews of these items. The caller removes it.
export async function profileWith(chromium, settings, items, rows) {
  const profile = newProfile();
  const browser = await launch(chromium, profile);
  try {
    const tab = await browser.page();
    await tab.send('Page.navigate', { url: settings });
    await until(tab, "document.querySelector('input[type=file]') !== null", 'the settings page');
    if (rows > 0) {
      await tab.evaluate(`(${readIn})(${JSON.stringify(items.map((item) => item.id))}, ${rows})`);
      await until(tab, `document.querySelector('main').textContent.includes('Added: ${rows.toLocaleString('en').replaceAll(',', '')} answers')
        || document.querySelector('main').textContent.includes('Added: ${rows.toLocaleString('en')} answers')`, 'the reviews');
      await until(tab, `(${hasSnapshot})()`, 'the snapshot of what is remembered');
    }
    await pause(1000);
  } finally {
    await browser.close();
  }
  return profile;
}

async function until(tab, ask, what) {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) {
    if (await tab.evaluate(ask).catch(() => false)) return;
  }
  throw new Error(`waited in vain for ${what}`);
}

/* Runs in the page: three years of evenings, one answer in eight wrong. */
function readIn(ids, count) {
  const day = 86_400_000;
  const first = Math.floor(Date.now() / day) * day - 1095 * day;
  const perDay = Math.ceil(count / 1095);
  let chance = 7;
  const draw = (below) => (chance = (chance * 48_271) % 2_147_483_647) % below;
  const rows = Array.from({ length: count }, (_, row) => {
    const item = ids[draw(ids.length)];
    const right = draw(8) > 0;
    const at = first + Math.floor(row / perDay) * day + 64_800_000 + (row % perDay) * 37_123;
    const sure = right ? ['sure', 'sure', 'sure', 'unsure', 'easy'][draw(5)] : 'sure';
    return { card: item, when: { at, offset: -60 }, what: { answered: { attempt: { 'single-best': { item, chosen: 1 } }, right, sure } } };
  });
  const text = JSON.stringify({ format: 'palpate-backup', schema: 3, exported_at: new Date().toISOString(), kept: {}, reviews: rows });
  const files = new DataTransfer();
  files.items.add(new File([text], 'palpate.json'));
  const field = document.querySelector('input[type=file]');
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/* Runs in the page. */
function hasSnapshot() {
  return new Promise((done) => {
    const open = indexedDB.open('palpate');
    open.onsuccess = () => {
      const get = open.result.transaction('kept').objectStore('kept').getKey('memory');
      get.onsuccess = () => { open.result.close(); done(get.result === 'memory'); };
    };
  });
}
