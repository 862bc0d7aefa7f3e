// One visit: a browser with a new profile, one page, the first question, three more, and the heap.

import { cpSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { dropProfile, launch, newProfile } from './chromium.mjs';
import { script } from './drivers.mjs';

/// How fast the machine and the network are made. Slow 4G has Lighthouse's numbers; the delay is put on each request.
export const CONDITIONS = {
  '1x': { title: 'full speed', cpu: 1, network: null },
  '6x': { title: 'processor at a sixth', cpu: 6, network: null },
  '4g': { title: 'slow 4G: 1.6 Mbit/s, 150 ms', cpu: 1, network: { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 675_000 / 8 } },
};

const QUESTIONS = 3;
const LONGEST = 90_000;

/// What one visit showed. `cell` says engine, condition and how; `address` where the page is.
export async function visit(chromium, cell, address) {
  const profile = newProfile();
  let browser;
  try {
    if (cell.profile) cpSync(cell.profile, profile, { recursive: true });
    browser = await launch(chromium, profile);
    await pause(300);
    if (cell.before) await earlier(browser, cell, address);
    const tab = await browser.page();
    const network = await prepare(tab, cell);
    await tab.send('Page.navigate', { url: address });
    const first = await firstQuestion(tab);
    await pause(200);
    await quiet(network);
    const clicks = await answer(tab);
    // The browser tells of its first paint a little late.
    const paint = await tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null");
    return { ...first, paint, transfer: network.bytes, requests: network.requests, ...summary(clicks), clicks, ...(await heap(tab)) };
  } finally {
    await browser?.close();
    dropProfile(profile);
  }
}

/// The visit before the one that is measured: until everything is kept.
async function earlier(browser, cell, address) {
  const tab = await browser.page();
  await tab.send('Page.enable');
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: script(cell.engine) });
  await tab.send('Page.navigate', { url: address });
  await firstQuestion(tab);
  if (cell.before === 'worker') {
    await until(() => tab.evaluate('navigator.serviceWorker.getRegistration().then((found) => found?.active?.state === "activated")'), 'the service worker');
  }
  // Chromium keeps compiled code a moment after the page has come to rest.
  await pause(2500);
  await tab.close();
}

async function prepare(tab, cell) {
  const { cpu, network } = CONDITIONS[cell.condition];
  const seen = { bytes: 0, requests: 0, open: new Set(), last: Date.now() };
  tab.hear((method, params) => {
    if (method === 'Network.requestWillBeSent') {
      seen.requests += 1;
      seen.open.add(params.requestId);
    } else if (method === 'Network.loadingFinished') {
      seen.bytes += Math.max(0, params.encodedDataLength);
      seen.open.delete(params.requestId);
    } else if (method === 'Network.loadingFailed') {
      seen.open.delete(params.requestId);
    } else {
      return;
    }
    seen.last = Date.now();
  });
  await tab.send('Page.enable');
  await tab.send('Network.enable');
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: script(cell.engine) });
  if (network) await tab.send('Network.emulateNetworkConditions', network);
  if (cpu > 1) await tab.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return seen;
}

async function firstQuestion(tab) {
  return until(() => tab.evaluate(`(() => {
    if (window.bench?.ready == null) return null;
    const wasm = performance.getEntriesByType('resource').find((each) => each.name.split('?')[0].endsWith('.wasm'))?.responseEnd ?? null;
    return { ready: bench.ready, wasm };
  })()`), 'the first question');
}

/// Until nothing has come for a while, so that nothing else runs while clicks are timed.
async function quiet(network) {
  await until(async () => network.open.size === 0 && Date.now() - network.last > 300, 'the network to rest');
}

async function until(ask, what) {
  for (const end = Date.now() + LONGEST; Date.now() < end; await pause(25)) {
    const found = await ask().catch((error) => (/context|navigated/i.test(error.message) ? null : Promise.reject(error)));
    if (found) return found;
  }
  throw new Error(`waited in vain for ${what}`);
}

/// Leaves the first question, which has been answered by script, and answers some more by real clicks.
async function answer(tab) {
  await click(tab, 'check');
  await click(tab, 'next');
  const clicks = [];
  for (let at = 0; at < QUESTIONS; at += 1) {
    for (const what of ['option', 'check', 'next']) {
      const timed = await click(tab, what);
      if (timed) clicks.push(timed);
    }
  }
  const told = await tab.evaluate('new Promise((done) => setTimeout(() => done(bench.clicks), 50))');
  return clicks.map(({ pressed, ...click }) => ({ ...click, event: told.find((each) => Math.abs(each.pressed - pressed) < 1)?.duration ?? 0 }));
}

async function click(tab, what) {
  const place = await tab.evaluate(`bench.aim('${what}')`);
  if (!place) return null;
  const mouse = (type, rest) => tab.send('Input.dispatchMouseEvent', { type, ...place, ...rest });
  await mouse('mouseMoved');
  // As a hand does, and until what changes under the pointer has come to rest.
  await pause(180);
  await tab.evaluate(`bench.timed('${what}')`);
  await mouse('mousePressed', { button: 'left', buttons: 1, clickCount: 1 });
  await mouse('mouseReleased', { button: 'left', clickCount: 1 });
  return tab.evaluate('bench.click');
}

/// Where an answer takes two clicks, the slower one counts. Until it is on the screen: the browser's own figure where it gives
/// one, which includes the drawing; else ours, which ends with the page's own work on the frame.
function summary(clicks) {
  const slowest = (kinds, measure) => {
    const all = kinds.map((kind) => median(clicks.filter((click) => click.what === kind).map(measure)));
    return Math.max(...all.filter((each) => each !== null));
  };
  const seen = (click) => Math.max(click.took, click.event);
  const work = (click) => click.work;
  return {
    feedback: slowest(['option', 'check'], seen),
    feedbackWork: slowest(['option', 'check'], work),
    next: slowest(['next'], seen),
    nextWork: slowest(['next'], work),
  };
}

/// What JavaScript holds after collection, and the whole linear memory of each WebAssembly module.
async function heap(tab) {
  await tab.send('HeapProfiler.enable');
  await tab.send('HeapProfiler.collectGarbage');
  await tab.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await tab.send('Runtime.getHeapUsage');
  const { result } = await tab.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await tab.send('Runtime.queryObjects', { prototypeObjectId: result.objectId });
  const sum = await tab.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.reduce((all, memory) => all + memory.buffer.byteLength, 0); }',
    returnByValue: true,
  });
  const wasmMemory = sum.result.value;
  return { heap: usedSize + wasmMemory, script: usedSize, wasmMemory, embedder: embedderHeapUsedSize, backing: backingStorageSize };
}

/// The middle value, or `null` of none.
export function median(all) {
  const sorted = all.filter((each) => Number.isFinite(each)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
