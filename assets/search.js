/* The search of everything: a dialog opened by the button of the header or by Ctrl-K. */
(function () {
  'use strict';
  var EVENTS = ['keydown', 'pointerdown', 'wheel', 'touchstart'];
  var PATIENCE_MS = 5000;
  var dialog = null;
  var field, list, says, close;
  var asked = 0;
  var chosen = -1;

  /** An element with attributes and words. */
  function make(tag, attributes, words) {
    var el = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { el.setAttribute(name, attributes[name]); });
    if (words) el.textContent = words;
    return el;
  }

  /** Put elements into one and return it. */
  function holding(el, parts) { parts.forEach(function (part) { el.appendChild(part); }); return el; }

  /** Make the dialog when it is first asked for; it outlives the pages. */
  function build() {
    close = make('button', { type: 'button', 'class': 'pb-link' }, 'Close');
    field = make('input', {
      id: 'pb-search', name: 'q', type: 'search', 'class': 'form-control', autocomplete: 'off', maxlength: '100', role: 'combobox',
      'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'pb-found', 'aria-describedby': 'pb-find-hint'
    });
    says = make('p', { role: 'status', 'class': 'pb-finder-says' });
    list = make('div', { id: 'pb-found', role: 'listbox', 'aria-label': 'Results', hidden: '' });
    var head = holding(make('div', { 'class': 'pb-finder-head' }), [make('h2', { id: 'pb-find-title' }, 'Search'), close]);
    var form = holding(make('form', { action: '/sources', method: 'get', role: 'search' }), [
      head,
      make('label', { 'for': 'pb-search' }, 'A page, risk, option, service, programme, term or number'),
      field,
      make('p', { id: 'pb-find-hint', 'class': 'pb-hint mt-2 mb-0' }, 'Arrow keys choose and Enter opens. Enter without a choice searches every figure.'),
      says, list
    ]);
    dialog = holding(make('dialog', { 'class': 'pb-finder', 'aria-labelledby': 'pb-find-title' }), [form]);
    field.addEventListener('input', ask);
    form.addEventListener('submit', submit);
    dialog.addEventListener('keydown', onKey);
    dialog.addEventListener('click', onClick);
    document.body.appendChild(dialog);
  }

  /** Open the dialog, with the last question ready to be typed over; the server gets ready while the reader types. */
  function open() {
    if (!dialog) { build(); fetch('/search.json?q=').catch(function () {}); }
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
  }

  /* ---- asking ---- */

  /** Ask what the words find; an answer that comes after the next question is let go. */
  function ask() {
    var text = field.value.trim();
    var own = ++asked;
    if (!text) { show([], null); say(''); return; }
    fetch('/search.json?' + new URLSearchParams({ q: text })).then(function (answer) {
      return answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)));
    }).then(function (found) {
      if (own !== asked) return;
      show(found.groups, found.all);
      say(found.count ? found.count + (found.count === 1 ? ' result' : ' results')
        : 'Nothing found for “' + text + '”; try fewer or other words, or a number as it is printed.');
    }).catch(function () {
      if (own !== asked) return;
      show([], null);
      say('The search could not be asked. Enter searches every figure on the page of sources.');
    });
  }

  /** Say something of the results. */
  function say(text) { if (says.textContent !== text) says.textContent = text; }

  /** List what was found, by kind; what leads to all figures stands last. */
  function show(groups, all) {
    list.textContent = '';
    groups.forEach(function (group, place) { list.appendChild(grouped(group.kind, group.results, place)); });
    if (all) list.appendChild(grouped('More', [all], groups.length));
    list.scrollTop = 0;
    list.hidden = !list.childElementCount;
    field.setAttribute('aria-expanded', String(!list.hidden));
    choose(-1);
  }

  /** One kind with its results. */
  function grouped(kind, results, place) {
    var id = 'pb-found-' + place;
    var group = make('div', { role: 'group', 'aria-labelledby': id });
    group.appendChild(make('div', { id: id, role: 'presentation' }, kind));
    return holding(group, results.map(function (result, row) {
      var link = make('a', { role: 'option', id: id + '-' + row, href: result.href, tabindex: '-1', 'aria-selected': 'false' }, result.title);
      if (result.detail) { link.append(' '); link.appendChild(make('small', {}, result.detail)); }
      return link;
    }));
  }

  /* ---- choosing ---- */

  /** The results, in order. */
  function options() { return list.querySelectorAll('[role="option"]'); }

  /** Mark the result at a place; -1 is none of them. */
  function choose(place) {
    chosen = place;
    options().forEach(function (link, at) { link.setAttribute('aria-selected', String(at === place)); });
    var link = options()[place];
    if (!link) { field.removeAttribute('aria-activedescendant'); return; }
    field.setAttribute('aria-activedescendant', link.id);
    link.scrollIntoView({ block: 'nearest' });
  }

  /** Go to the next or last result; past the ends is none, then the other end. */
  function step(by) {
    var count = options().length;
    if (count) choose((chosen + 1 + by + count + 1) % (count + 1) - 1);
  }

  /** Arrows choose, Escape closes; the menu behind must not hear it. */
  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); dialog.close(); }
    else if (event.target === field && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    }
  }

  /** Enter follows the chosen result, or else searches every figure. */
  function submit(event) {
    event.preventDefault();
    var text = field.value.trim();
    var link = options()[chosen];
    if (!link && !text) return;
    if (!link) link = list.appendChild(make('a', { hidden: '', href: '/sources?' + new URLSearchParams({ q: text }) }));
    link.click();
  }

  /** A press beside the dialog or on Close closes it; one on a result is followed by the page, and closes it too. */
  function onClick(event) {
    var link = event.target.closest('a');
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) leave(link);
    else if (event.target === dialog || event.target === close) dialog.close();
  }

  /** Close behind a result; on the page that is open already the reader goes to its title. */
  function leave(link) {
    var menu = document.getElementById('pb-menu');
    dialog.close();
    if (menu && menu.getAttribute('aria-expanded') === 'true') menu.click();
    if (link.pathname !== location.pathname || link.hash) return;
    toTitle();
    window.placeboard.announce(link.firstChild ? link.firstChild.textContent : 'Figures with ' + field.value.trim());
  }

  /** Go to the title, and again if the page is built anew before the reader does something. */
  function toTitle() {
    /** Focus the title of the page, unless the reader is somewhere else. */
    function focus() {
      var title = document.querySelector('#main h1');
      if (title && (document.activeElement === document.body || !document.activeElement)) title.focus({ preventScroll: true });
    }
    /** Leave the reader alone from now on. */
    function letGo() {
      watch.disconnect();
      EVENTS.forEach(function (name) { document.removeEventListener(name, letGo, true); });
    }
    if (document.activeElement) document.activeElement.blur();
    focus();
    var watch = new MutationObserver(focus);
    watch.observe(document.body, { childList: true, subtree: true });
    EVENTS.forEach(function (name) { document.addEventListener(name, letGo, true); });
    setTimeout(letGo, PATIENCE_MS);
  }

  document.addEventListener('click', function (event) {
    if (!event.target.closest || !event.target.closest('#pb-search-open')) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', function (event) {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
    var other = document.querySelector('dialog[open]:not(.pb-finder)');
    if (other) return;
    event.preventDefault();
    open();
  });
})();
