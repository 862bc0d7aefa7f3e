// Stand-ins for what a headless browser lacks or a test can't hear: speech, sound, wake lock, vibration, media keys.
// Each writes down what it was asked to do, and when, in `journeyDid`.
(() => {
  const did = (window.journeyDid = []);
  const note = (what, more) => did.push({ at: performance.now(), what, ...more });

  // Speech: one voice of the device, which takes 60 ms for a letter.
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text = '') {
      super();
      Object.assign(this, { text, lang: '', voice: null, volume: 1, rate: 1, pitch: 1 });
    }
  };
  const speech = new EventTarget();
  let saying = [];
  const end = (utterance, kind) => {
    saying = saying.filter((other) => other !== utterance);
    utterance.give_up();
    const event = new Event(kind);
    utterance.dispatchEvent(event);
    utterance[`on${kind}`]?.(event);
  };
  Object.assign(speech, {
    getVoices: () => [
      { voiceURI: 'far', name: 'Far away', lang: 'en-US', localService: false, default: true },
      { voiceURI: 'here', name: 'Here', lang: 'en-GB', localService: true, default: false },
    ],
    speak(utterance) {
      note('say', { text: utterance.text, volume: utterance.volume, rate: utterance.rate, voice: utterance.voice?.voiceURI });
      saying.push(utterance);
      utterance.give_up = window.journeyAfter(utterance.text.length * 60, () => {
        note('said', { text: utterance.text });
        end(utterance, 'end');
      });
    },
    cancel() {
      if (saying.length) note('hush', {});
      [...saying].forEach((utterance) => end(utterance, 'error'));
    },
    pause() {},
    resume() {},
  });
  Object.defineProperties(speech, { speaking: { get: () => saying.length > 0 }, pending: { get: () => saying.length > 1 }, paused: { value: false } });
  Object.defineProperty(window, 'speechSynthesis', { get: () => speech, configurable: true });

  // Sound: a context whose clock runs with the page's, and oscillators that only write down when they would sound.
  class Param {
    constructor(value) { this.value = value; }
    setValueAtTime(value) { this.value = value; return this; }
  }
  for (const name of ['linearRampToValueAtTime', 'exponentialRampToValueAtTime', 'setTargetAtTime', 'cancelScheduledValues', 'cancelAndHoldAtTime']) {
    Param.prototype[name] = function () { return this; };
  }
  class Node extends EventTarget {
    connect(other) { return other; }
    disconnect() {}
  }
  window.AudioContext = class extends EventTarget {
    constructor() {
      super();
      Object.assign(this, { state: 'running', began: performance.now(), destination: new Node(), sampleRate: 48000, baseLatency: 0, outputLatency: 0 });
      window.journeyAudio = this;
    }
    get currentTime() { return ((this.stoodAt ?? performance.now()) - this.began) / 1000; }
    createGain() { return Object.assign(new Node(), { gain: new Param(1) }); }
    createOscillator() {
      const context = this;
      const node = Object.assign(new Node(), { type: 'sine', frequency: new Param(440), detune: new Param(0) });
      let entry = null;
      node.start = (from = context.currentTime) => {
        entry = { at: performance.now(), what: 'tone', hertz: Math.round(node.frequency.value), from: Math.max(from, context.currentTime), asked: context.currentTime };
        did.push(entry);
      };
      node.stop = (until = context.currentTime) => {
        if (entry && until <= context.currentTime && context.currentTime < entry.from) entry.taken = true;
      };
      return node;
    }
    async resume() { this.become('running'); }
    async suspend() { this.become('suspended'); }
    async close() { this.become('closed'); note('audio closed', {}); }
    become(state) {
      this.state = state;
      if (state === 'running') {
        if (this.stoodAt) this.began += performance.now() - this.stoodAt;
        this.stoodAt = undefined;
      } else this.stoodAt ??= performance.now();
      const event = new Event('statechange');
      this.dispatchEvent(event);
      this.onstatechange?.(event);
    }
  };

  // Wake lock, vibration, media keys.
  const lock = {
    async request() {
      note('awake', {});
      const held = Object.assign(new EventTarget(), { released: false, type: 'screen' });
      held.release = async () => {
        held.released = true;
        note('awake no more', {});
        held.dispatchEvent(new Event('release'));
      };
      window.journeyLock = held;
      return held;
    },
  };
  const media = { handlers: {}, playbackState: 'none', metadata: null, setActionHandler(name, call) { media.handlers[name] = call; }, setPositionState() {} };
  window.journeyMedia = media;
  const own = { wakeLock: lock, mediaSession: media, vibrate: (pattern) => { note('vibrate', { pattern: [pattern].flat() }); return true; } };
  for (const [name, value] of Object.entries(own)) Object.defineProperty(navigator, name, { value, configurable: true });

  // The page can be hidden as another app or a lock would do it.
  let hidden = false;
  Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible'), configurable: true });
  window.journeyHide = (now) => {
    hidden = now;
    document.dispatchEvent(new Event('visibilitychange'));
  };
})();
