// A browser with none of what a session without hands would like to have.
(() => {
  for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance', 'AudioContext', 'webkitAudioContext']) {
    Object.defineProperty(window, name, { value: undefined, configurable: true });
  }
  for (const name of ['wakeLock', 'mediaSession', 'vibrate', 'mediaDevices']) {
    Object.defineProperty(navigator, name, { value: undefined, configurable: true });
  }
})();
