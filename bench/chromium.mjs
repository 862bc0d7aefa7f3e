// Starts a Chromium with a profile of its own and speaks the DevTools protocol with it over a pipe. No driver library stands
// between: those put scripts of their own into each page and hold each service worker, which would be measured along.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = [
  '--headless', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check', '--disable-gpu', '--disable-quic',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-default-apps',
  '--disable-search-engine-choice-screen', '--password-store=basic', '--use-mock-keychain', '--mute-audio', '--window-size=1024,800',
];
const LONGEST = 120_000;

/// A new empty profile.
export const newProfile = () => mkdtempSync(join(tmpdir(), 'palpate-bench-'));

/// Removes a profile. A browser that has just ended may still hold a file for a moment.
export const dropProfile = (profile) => rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/// A running browser: `page()` opens a tab, `close()` ends it.
export async function launch(program, profile) {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...FLAGS, ...root, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const waiting = new Map();
  const listeners = new Map();
  let count = 0;
  let rest = Buffer.alloc(0);
  const ended = new Promise((done) => child.once('exit', done));
  const fail = (why) => {
    for (const { no } of waiting.values()) no(new Error(why));
    waiting.clear();
  };
  ended.then(() => fail('Chromium ended'));
  child.once('error', (error) => fail(`Chromium could not be started: ${error.message}`));
  child.stdio[3].on('error', () => {});
  child.stdio[4].on('data', (data) => {
    rest = Buffer.concat([rest, data]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = JSON.parse(rest.subarray(0, end).toString());
      rest = rest.subarray(end + 1);
      if (message.id) {
        const { yes, no, method } = waiting.get(message.id) ?? {};
        waiting.delete(message.id);
        if (message.error) no?.(new Error(`${method}: ${message.error.message}`));
        else yes?.(message.result);
      } else {
        for (const hear of listeners.get(message.sessionId) ?? []) hear(message.method, message.params);
      }
    }
  });
  const send = (method, params = {}, sessionId = undefined) => new Promise((yes, no) => {
    const id = ++count;
    const late = setTimeout(() => { waiting.delete(id); no(new Error(`${method}: no answer in ${LONGEST / 1000} s`)); }, LONGEST);
    const settle = (how) => (value) => { clearTimeout(late); how(value); };
    waiting.set(id, { yes: settle(yes), no: settle(no), method });
    child.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  });
  return {
    version: async () => (await send('Browser.getVersion')).product,
    page: async () => {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const tab = tabOf((method, params) => send(method, params, sessionId), (hear) => listeners.set(sessionId, [...(listeners.get(sessionId) ?? []), hear]));
      return { ...tab, close: () => send('Target.closeTarget', { targetId }) };
    },
    close: async () => {
      send('Browser.close').catch(() => {});
      const killed = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(killed);
    },
  };
}

function tabOf(send, hear) {
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return { send, hear, evaluate };
}
