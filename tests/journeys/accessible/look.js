// What the judge of `judge.rs` asks of a page. Each answer is a list of sentences, empty where all is well.
(() => {
  const called = (element) => {
    const words = (element.innerText || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 50);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${words}”`;
  };

  // What lies half under a bar that stays at the edge of the screen is small only until the page is scrolled.
  const isUnderABar = (id, node) => {
    if (id !== 'target-size') return false;
    const box = document.querySelector(node.target[0]).getBoundingClientRect();
    return [...document.querySelectorAll('.gate-emergency, .tabs')].some((bar) => {
      const over = bar.getBoundingClientRect();
      return getComputedStyle(bar).position === 'fixed' && box.bottom > over.top && box.top < over.bottom;
    });
  };

  // What axe-core finds.
  window.journeyAxe = async (options) => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...options });
    return violations.flatMap(({ id, nodes }) => nodes.filter((node) => !isUnderABar(id, node)).map((node) => {
      const [why] = [...node.any, ...node.all, ...node.none];
      return `${id}: ${node.html.slice(0, 160)} (${why?.message ?? ''})`;
    }));
  };

  // A link or button within a sentence is as high as its line; all else is to be hit by a finger.
  const isInText = (element) => {
    // A source's chip is hit 10 px above and below what is drawn of it (chip.css).
    if (element.matches('button.chip')) return true;
    const line = element.closest('p, li, dd, dt, td, th, h2, h3, span.chips');
    if (!line || !getComputedStyle(element).display.startsWith('inline')) return false;
    return line.innerText.trim().length > element.innerText.trim().length;
  };

  const cutOffBy = (element) => {
    const box = element.getBoundingClientRect();
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return null;
      const room = outer.getBoundingClientRect();
      const sticksOut = box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1 || box.bottom > room.bottom + 1;
      if (/hidden|clip/.test(style.overflowX + style.overflowY) && sticksOut) return outer;
    }
    return null;
  };

  // The middle of the line of the element that is nearest to the middle of the screen.
  const middle = (element) => {
    const centre = innerHeight / 2;
    const boxes = [...element.getClientRects()].filter((box) => box.width && box.height);
    const [box] = boxes.sort((a, b) => Math.abs(a.y + a.height / 2 - centre) - Math.abs(b.y + b.height / 2 - centre));
    return box && [box.x + box.width / 2, Math.min(Math.max(box.y + box.height / 2, box.top, 1), innerHeight - 1)];
  };

  // What is lost on this screen: sideways scrolling, and controls that are too small, cut off or covered.
  window.journeyLost = () => {
    const lost = [];
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
      const innermost = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
      lost.push(`${scrollWidth} px wide on a screen of ${clientWidth}: ${innermost.slice(0, 3).map(called).join(', ')}`);
    }
    const dialog = document.querySelector('[role="dialog"]');
    for (const control of (dialog ?? document).querySelectorAll('a[href], button, input, select, textarea, summary')) {
      const isChoice = /^(radio|checkbox|file)$/.test(control.type);
      const shown = (isChoice && control.closest('label')) || control;
      if (control.closest('.skip') || !shown.checkVisibility({ visibilityProperty: true })) continue;
      shown.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { width, height } = shown.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      if (!isInText(shown) && (Math.round(width) < 44 || Math.round(height) < 44)) {
        lost.push(`only ${Math.round(width)} × ${Math.round(height)} px: ${called(shown)}`);
      }
      if (shown.matches('button, a, label') && shown.scrollWidth > shown.clientWidth + 1 && getComputedStyle(shown).overflowX !== 'visible') {
        lost.push(`its words are cut off: ${called(shown)}`);
      }
      const cut = cutOffBy(shown);
      if (cut) lost.push(`cut off by ${called(cut)}: ${called(shown)}`);
      const at = middle(shown);
      const over = at && document.elementFromPoint(...at);
      if (!over || !(shown.contains(over) || over.contains(shown))) {
        lost.push(`covered by ${over ? called(over) : 'the edge of the screen'}: ${called(shown)}`);
      }
    }
    scrollTo(0, 0);
    return lost;
  };

  // What runs by itself.
  window.journeyMoves = () => document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getComputedTiming().duration > 20)
    .map((one) => `${one.animationName ?? one.transitionProperty ?? 'an animation'} on ${called(one.effect.target)}`);

  // The kind of page that an address leads to: a star stands for each name.
  window.journeyKind = (address) => {
    const [first, second, ...rest] = address.split('?')[0].split('/').filter((part) => part && part !== '#');
    const isNamed = second && !['check', 'new', 'summary', 'hands-free', 'learning', 'round', 'today', 'map'].includes(second);
    if (first === 'learn') return [first, second, ...rest.map(() => '*')].join('/');
    return [first, ...(second ? [isNamed ? '*' : second] : []), ...rest.filter((part) => part === 'handout')].join('/');
  };

  // The kinds of pages that links lead to from here, each with one such link.
  window.journeyWays = () => [...document.querySelectorAll('a[href^="#/"]')].map((link) => link.getAttribute('href'));
})();
