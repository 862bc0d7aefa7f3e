// Roles, names and states of the page, for engines whose drivers don't tell their accessibility tree: as ARIA and HTML-AAM
// say, and in the words that Chromium uses. The journey "names" holds it against what the engine computes itself.
(() => {
  const nodes = (window.journeyNodes ??= { ids: new WeakMap(), elements: new Map(), next: Math.floor(Math.random() * 2 ** 40) });
  const id = (element) => {
    if (!nodes.ids.has(element)) {
      nodes.ids.set(element, ++nodes.next);
      nodes.elements.set(nodes.next, element);
    }
    return nodes.ids.get(element);
  };

  const INPUTS = { checkbox: 'checkbox', radio: 'radio', search: 'searchbox', range: 'slider', button: 'button', submit: 'button', reset: 'button',
    date: 'Date', time: 'InputTime', number: 'spinbutton', file: 'button', hidden: '' };
  const TAGS = { article: 'article', aside: 'complementary', button: 'button', details: 'Details', dialog: 'dialog', fieldset: 'group', figure: 'figure',
    hr: 'separator', li: 'listitem', main: 'main', mark: 'mark', nav: 'navigation', ol: 'list', option: 'option', output: 'status', p: 'paragraph',
    progress: 'progressbar', search: 'search', summary: 'DisclosureTriangle', table: 'table', tbody: 'rowgroup', td: 'cell', textarea: 'textbox',
    thead: 'rowgroup', tr: 'row', ul: 'list' };
  const AS_CHROMIUM = { img: 'image' };
  const NAMED_BY_CONTENT = /^(button|link|heading|cell|columnheader|rowheader|checkbox|radio|option|switch|tab|menuitem|DisclosureTriangle)$/;
  const WHOLE = 'button, [role=button], [role=img], [role=radio], [role=checkbox], [role=progressbar]';

  function role(element) {
    const own = element.getAttribute('role')?.trim().split(/\s+/)[0];
    if (own) return AS_CHROMIUM[own] ?? own;
    const tag = element.localName;
    if (/^h[1-6]$/.test(tag)) return 'heading';
    switch (tag) {
      case 'a': return element.hasAttribute('href') ? 'link' : '';
      case 'img': return element.getAttribute('alt') === '' ? '' : 'image';
      case 'input': return INPUTS[element.type] ?? 'textbox';
      case 'select': return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
      case 'section': return named(element) ? 'region' : '';
      case 'form': return named(element) ? 'form' : '';
      case 'header': return element.closest('article, aside, main, nav, section') ? '' : 'banner';
      case 'footer': return element.closest('article, aside, main, nav, section') ? '' : 'contentinfo';
      case 'th': return /^row/.test(element.scope) || (!element.scope && !element.closest('thead') && element.cellIndex === 0 && element.parentElement.rowIndex > 0)
        ? 'rowheader' : 'columnheader';
      default: return TAGS[tag] ?? '';
    }
  }

  const named = (element) => ['aria-label', 'aria-labelledby', 'title'].some((name) => element.getAttribute(name)?.trim());

  // An element without a box of its own is as visible as what is around it.
  function rendered(element) {
    while (element && getComputedStyle(element).display === 'contents') element = element.parentElement;
    return !!element?.checkVisibility({ visibilityProperty: true });
  }

  function reached(element) {
    if (element.closest('[aria-hidden=true], [inert]') || !rendered(element)) return false;
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    if (modal && !modal.contains(element)) return false;
    const whole = element.parentElement?.closest(WHOLE);
    return !whole || element.tabIndex >= 0;
  }

  function pseudo(element, which) {
    const content = getComputedStyle(element, which).content;
    const parts = content.match(/"(?:[^"\\]|\\.)*"/g);
    if (!parts) return '';
    return content.includes(' / ') ? parts.at(-1).slice(1, -1) : parts.map((part) => part.slice(1, -1)).join('');
  }

  // The words of what is in an element, with spaces around what is not in the line.
  function content(element, except, hidden) {
    const inner = [...element.childNodes].map((child) => {
      if (child.nodeType === Node.TEXT_NODE) return child.data;
      if (child.nodeType !== Node.ELEMENT_NODE || child === except) return '';
      if (!hidden && (child.getAttribute('aria-hidden') === 'true' || !rendered(child))) return '';
      const words = given(child) || (child.localName === 'select' ? child.selectedOptions[0]?.label ?? '' : content(child, except, hidden));
      return /^(inline|contents)$/.test(getComputedStyle(child).display) ? words : ` ${words} `;
    }).join('');
    return pseudo(element, '::before') + inner + pseudo(element, '::after');
  }

  // The name that an element was given, other than by what is in it.
  function given(element) {
    const label = element.getAttribute('aria-label')?.trim();
    if (label) return label;
    switch (element.localName) {
      case 'img': return element.alt;
      case 'svg': return element.querySelector(':scope > title')?.textContent ?? '';
      case 'br': return ' ';
      default: return '';
    }
  }

  function name(element, itsRole) {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((one) => one && document.getElementById(one)).filter(Boolean);
    if (by.length) return by.map((one) => given(one) || content(one, null, !rendered(one))).join(' ');
    const own = given(element);
    if (own) return own;
    if (element.labels?.length) return [...element.labels].map((label) => content(label, element, false)).join(' ');
    const title = { fieldset: 'legend', table: 'caption', figure: 'figcaption' }[element.localName];
    const titled = title && element.querySelector(`:scope > ${title}`);
    if (titled && content(titled).trim()) return content(titled);
    if (element.localName === 'input' && /^(submit|button|reset)$/.test(element.type)) return element.value;
    const words = NAMED_BY_CONTENT.test(itsRole) ? content(element, null, false) : '';
    return words.trim() ? words : element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '';
  }

  function seen(element, itsRole = role(element)) {
    const states = {};
    for (const state of ['checked', 'pressed', 'expanded', 'selected', 'disabled']) {
      if (element.hasAttribute(`aria-${state}`)) states[state] = element.getAttribute(`aria-${state}`);
    }
    if (/^(radio|checkbox)$/.test(element.type)) states.checked = String(element.checked);
    if (element.matches(':disabled')) states.disabled = 'true';
    if (element.localName === 'summary') states.expanded = String(element.parentElement.open);
    if (element === document.activeElement) states.focused = 'true';
    const level = element.getAttribute('aria-level') ?? /^h([1-6])$/.exec(element.localName)?.[1];
    if (level) states.level = level;
    return { node: id(element), role: itsRole || 'generic', name: name(element, itsRole), states };
  }

  window.journeyTree = {
    // What it looks in is among them, as in Chromium.
    all: (root, wanted) => (root === null ? [document.documentElement] : [nodes.elements.get(root)])
      .flatMap((from) => [from, ...from.querySelectorAll('*')])
      .filter((element) => role(element) === wanted && reached(element))
      .map((element) => seen(element, wanted)),
    focus: () => {
      const active = document.activeElement;
      return active && active !== document.body && active !== document.documentElement ? seen(active) : null;
    },
    element: (node) => {
      const element = nodes.elements.get(node);
      if (!element?.isConnected) throw new Error('it is no longer in the page');
      return element;
    },
  };
})();
