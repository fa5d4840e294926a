/* Cards: draw what the server wrote, fetch tables, and keep the address true. */
(function () {
  'use strict';
  var drawn = new WeakMap();
  var fetched = new WeakMap();
  var filled = new WeakMap();
  var said = new WeakMap();
  var FAR = 900;
  var area = window.placeboard.area;
  // Tables out of sight are fetched when a reader stops moving a slider, not with every step.
  var SETTLED_MS = 300;

  var first = null;
  /** Draw a chart once it is near the screen; the first one at once and before the others. */
  function drawSoon(el) {
    var text = el.getAttribute('data-pb-figure');
    if (!text || drawn.get(el) === text) return;
    var again = drawn.has(el);
    drawn.set(el, text);
    // Whether it is in sight is asked last: the page is laid out for that.
    if (again && (isAnswer(el) || inSight(el))) drawNow(el);
    else if (again) {
      // What it showed is out of date: no change of size draws that again, and paper draws what it says now.
      el._pbFigure = null;
      near.unobserve(el);
      near.observe(el);
    }
    else if (!first) first = drawNow(el);
    else first.then(function () { setTimeout(function () { near.observe(el); }, 0); });
  }

  /** Whether a chart is that of the card which a choice asked for; others follow from it. */
  function isAnswer(el) {
    var card = el.closest('.pb-card');
    return Boolean(card && card.hasAttribute('data-pb-query'));
  }

  /** Whether any of an element is on the screen. */
  function inSight(el) {
    var box = el.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  }

  /** Draw a chart now; the promise is kept once it stands. */
  function drawNow(el) {
    near.unobserve(el);
    return window.placeboard.draw(el.id, JSON.parse(el.getAttribute('data-pb-figure')));
  }

  var near = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) { if (entry.isIntersecting) drawNow(entry.target); });
  }, { rootMargin: FAR + 'px' });

  /** Fetch a table and put it in its place; say so when it cannot be had. */
  function fetchTable(el) {
    var address = el.getAttribute('data-pb-src');
    if (!address || fetched.get(el) === address) return;
    fetched.set(el, address);
    el.setAttribute('aria-busy', 'true');
    fetch(address).then(function (answer) {
      return answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)));
    }).then(function (html) {
      if (el.getAttribute('data-pb-src') !== address) return;
      el.innerHTML = html;
    }).catch(function () {
      fetched.delete(el);
      el.innerHTML = '<p class="pb-state err" role="alert">The table could not be fetched. The chart above is unchanged; open the table again to try once more.</p>';
    }).then(function () { el.removeAttribute('aria-busy'); toHash(); });
  }

  /** Fetch every table, those in sight first, when the browser has time. */
  function fetchTables() {
    var places = Array.prototype.slice.call(document.querySelectorAll('[data-pb-src]'));
    places.filter(function (el) { return !el.closest('details:not([open])'); }).forEach(fetchTable);
    clearTimeout(later);
    later = setTimeout(function () { whenIdle(function () { places.forEach(fetchTable); }); }, SETTLED_MS);
  }

  var later = 0;

  /** Run work when nothing else is waiting. */
  function whenIdle(work) {
    if (window.requestIdleCallback) window.requestIdleCallback(work, { timeout: 4000 });
    else setTimeout(work, 1500);
  }

  /** Fetch every table that is not there yet, for paper, which does not wait: hence at once and in order. */
  function fetchAll() {
    document.querySelectorAll('[data-pb-src]').forEach(function (el) {
      if (el.closest('details[data-pb-long]:not([open])')) return;
      if (el.childElementCount && !el.hasAttribute('aria-busy')) return;
      var request = new XMLHttpRequest();
      request.open('GET', el.getAttribute('data-pb-src'), false);
      try { request.send(); } catch (e) { return; }
      if (request.status === 200) el.innerHTML = request.responseText;
    });
  }

  /** Print the address with the choices it holds. */
  function sayAddress() {
    document.querySelectorAll('.pb-printonly').forEach(function (el) { el.textContent = 'This view: ' + location.href + area.words(); });
  }

  /** Draw every chart that has not been drawn, for paper. */
  function drawAll() { document.querySelectorAll('[data-pb-figure]').forEach(function (el) { if (!el._pbFigure) drawNow(el); }); }

  var hashDone = '';
  var led = false;
  /** Go to the card that the address names, once it is there, and again if the page is built anew before the reader does something. */
  function toHash() {
    if (!location.hash || (hashDone === location.href && !strayed())) return;
    var target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    hashDone = location.href;
    led = true;
    target.scrollIntoView();
    focusCard(target);
  }

  /** Whether a reader who was led to a card has lost it. */
  function strayed() { return led && document.activeElement === document.body; }

  /** The reader does something: from now on nothing leads them back. */
  function letGo() { led = false; }

  /** Take a reader who came by keyboard along: the next Tab goes on from the card's title. */
  function focusCard(card) {
    var title = card.matches('.pb-card') && card.querySelector('h2, h3');
    if (!title) return;
    title.setAttribute('tabindex', '-1');
    title.focus({ preventScroll: true });
  }

  /** Keep in the address which tables stand open. */
  function rememberOpen(event) {
    var details = event.target;
    if (!details.matches || !details.matches('details[data-pb-table]')) return;
    fetchTable(details.querySelector('[data-pb-src]'));
    var open = Array.prototype.map.call(document.querySelectorAll('details[data-pb-table][open]'), function (item) { return item.getAttribute('data-pb-table'); });
    if (!printing) replaceQuery('table', open.join('.'));
  }

  var printing = false;
  window.addEventListener('beforeprint', function () { printing = true; drawAll(); fetchAll(); sayAddress(); });
  window.addEventListener('afterprint', function () { setTimeout(function () { printing = false; }, 100); });

  /** Set one choice of the address without a new step in its history. */
  function replaceQuery(name, value) {
    var query = new URLSearchParams(location.search);
    if ((query.get(name) || '') === value) return;
    if (value) query.set(name, value); else query.delete(name);
    var text = query.toString();
    history.replaceState(history.state, '', location.pathname + (text ? '?' + text : '') + location.hash);
    shown = location.pathname + location.search;
  }

  /** Put a reader's choices in the address, as a new step or in place of the last; which tables are open and the size stay, and the area unless the page's own list chose it. */
  function address(search, same) {
    var kept = new URLSearchParams(location.search);
    var query = new URLSearchParams(search || '');
    var stay = ['table', 'size'].concat(document.querySelector('[data-pb-own-area]') ? [] : ['area']);
    stay.forEach(function (name) { if (kept.get(name)) query.set(name, kept.get(name)); });
    var text = query.toString();
    var target = location.pathname + (text ? '?' + text : '');
    if (target !== location.pathname + location.search) history[same ? 'replaceState' : 'pushState'](history.state, '', target);
    shown = target;
    area.sync();
    area.stampAll();
  }

  /** Show this page with another query, as a new step; one that differs by the area alone changes no figure of most pages. */
  function move(search) {
    var target = location.pathname + search;
    if (target === location.pathname + location.search) area.sync();
    else { history.pushState(null, '', target); arrive(target); }
  }

  /** Show what the address asks for, or only what it says of the area where nothing else differs. */
  function arrive(target) {
    if (!area.isAside(shown, target)) { showAddress(); return; }
    shown = target;
    area.sync();
    area.stampAll();
  }

  /** Show the page that the address asks for. All four parts are set: Dash would put the address back to one that is left out. */
  function showAddress() {
    shown = location.pathname + location.search;
    window.placeboard.syncSize();
    forgetFailure();
    if (window.dash_clientside && window.dash_clientside.set_props && document.getElementById('_pages_content')) {
      window.dash_clientside.set_props('_pages_location', {
        pathname: location.pathname, search: location.search, hash: location.hash, href: location.href
      });
    }
  }

  var shown = location.pathname + location.search;
  /** After back, forward or a link within the page: show another page or other choices, but leave alone what is shown already. */
  function onMove(event) {
    var target = location.pathname + location.search;
    if (target === shown || area.isAside(shown, target)) event.stopImmediatePropagation();
    if (target !== shown) arrive(target);
  }

  /** Say on the page that the server could not be asked; nothing on it has changed. */
  function sayUnanswered() {
    var dash = window.dash_clientside;
    if (!dash || !dash.set_props || !document.getElementById('pb-error')) return;
    var part = function (type, content) { return { type: type, namespace: 'dash_html_components', props: content }; };
    dash.set_props('pb-error', { children: part('Div', { className: 'pb-state err', role: 'alert', children: [
      part('H2', { children: 'That could not be shown' }),
      part('P', { children: 'The server did not answer. What was on the page is unchanged; choose again to try once more.' })
    ] }) });
  }

  /** Take away what was said of an earlier failure. */
  function forgetFailure() {
    var place = document.getElementById('pb-error');
    if (place && place.childElementCount) window.dash_clientside.set_props('pb-error', { children: null });
  }

  /** Watch the questions that Dash asks: it says nothing to a reader when one is not answered. */
  function watchQuestions() {
    var plain = window.fetch;
    window.fetch = function (input) {
      var answer = plain.apply(this, arguments);
      if (String(input && input.url || input).indexOf('_dash-update-component') < 0) return answer;
      return answer.then(function (got) {
        if (got.status >= 500) sayUnanswered();
        return got;
      }, function (error) {
        if (!error || error.name !== 'AbortError') sayUnanswered();
        throw error;
      });
    };
  }

  /** Whether an address is a page of this product: one word for its path, no file. */
  function isPage(url) { return url.origin === location.origin && /^\/[a-z-]*(\/[a-z-]+)?$/.test(url.pathname); }

  /** The address of a link; one that only lays a few choices over those of the page keeps all others. */
  function addressOf(link) {
    var url = new URL(link.href, location.href);
    var over = link.getAttribute('data-pb-over');
    if (!over || url.pathname !== location.pathname) return url;
    var query = new URLSearchParams(location.search);
    new URLSearchParams(over).forEach(function (value, name) {
      if (value) query.set(name, value); else query.delete(name);
    });
    url.search = query.toString();
    return url;
  }

  /** Follow a link to a page without loading everything again. */
  function follow(event) {
    var link = event.target.closest && event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    area.stamp(link);
    var url = addressOf(link);
    if (link.hasAttribute('download') || link.target || !isPage(url)) return;
    if (link.href === url.href && url.pathname === location.pathname && url.search === location.search && url.hash) return;
    event.preventDefault();
    hashDone = '';
    history.pushState(null, '', url.pathname + url.search + url.hash);
    if (!url.hash) window.scrollTo(0, 0);
    showAddress();
  }

  /** Give the panel of choices its closed state on a narrow screen, once per page. */
  function settlePanel(panel) {
    if (panel.hasAttribute('data-pb-settled')) return;
    panel.setAttribute('data-pb-settled', '');
    if (window.innerWidth < 1100) panel.open = false;
  }

  /** Put in the HTML that the server wrote for a place, and what it says of its parts. */
  function fill(el) {
    var html = el.getAttribute('data-pb-html');
    if (html !== null && put(el, html)) said.delete(el);
    say(el);
  }

  /** Put HTML in an element unless it is there; true where it is new. */
  function put(el, html) {
    if (filled.get(el) === html) return false;
    filled.set(el, html);
    var held = el.contains(document.activeElement) ? document.activeElement.id : '';
    el.innerHTML = html;
    if (held && document.getElementById(held)) document.getElementById(held).focus({ preventScroll: true });
    return true;
  }

  /** Say in each part of a card what the server wrote for it: words, HTML or attributes. */
  function say(card) {
    var text = card.getAttribute('data-pb-parts');
    if (!text || said.get(card) === text) return;
    said.set(card, text);
    var parts = JSON.parse(text);
    var stem = card.id.replace(/card$/, '');
    Object.keys(parts).forEach(function (name) {
      var el = document.getElementById(stem + name);
      if (el) sayPart(el, parts[name]);
    });
  }

  /** Say one part; what it says already is left alone, so that nothing is laid out again for it. */
  function sayPart(el, words) {
    Object.keys(words).forEach(function (name) {
      if (name === 'html') put(el, words.html);
      else if (name === 'text') { if (el.textContent !== words.text) el.textContent = words.text; }
      else if (el.getAttribute(name) !== words[name]) el.setAttribute(name, words[name]);
    });
    if (words['data-pb-figure']) drawSoon(el);
  }

  /** Say the new finding of a card to those who cannot see that it changed. */
  function sayFinding(card) {
    requestAnimationFrame(function () {
      var title = card.querySelector('h2, h3');
      if (title) window.placeboard.announce(title.textContent, title);
    });
  }

  /** Say that what a choice changed first is on the screen: what follows from it is asked then, not before. */
  function sayShown(card) {
    var query = card.getAttribute('data-pb-query');
    requestAnimationFrame(function () {
      setTimeout(function () {
        if (card.isConnected) window.dash_clientside.set_props(card.id, { 'data-pb-shown': query });
      }, 0);
    });
  }

  /** What to do when the server changes an attribute; the chart first, it is what the reader waits for. */
  var CHANGES = {
    'data-pb-figure': drawSoon,
    'data-pb-parts': fill,
    'data-pb-html': fill,
    'data-pb-query': function (el) {
      address(el.getAttribute('data-pb-query'), el.getAttribute('data-pb-step') === 'same');
      sayFinding(el);
      sayShown(el);
    },
    'data-pb-src': function () {}
  };

  /** Answer one change of an attribute at once. */
  function answerChange(change) { if (change.attributeName) CHANGES[change.attributeName](change.target); }

  var due = false;
  /** Look at the page after it changed. */
  function look() {
    due = false;
    document.querySelectorAll('[data-pb-figure]').forEach(drawSoon);
    document.querySelectorAll('.pb-panel').forEach(settlePanel);
    area.stampAll();
    fetchTables();
    toHash();
  }

  /** Watch for pages and cards that Dash puts in or changes. */
  function start() {
    new MutationObserver(function (changes) {
      changes.forEach(answerChange);
      // Before the next paint, so that nothing moves once it is seen.
      document.querySelectorAll('[data-pb-html]').forEach(fill);
      area.sync();
      if (!first) document.querySelectorAll('[data-pb-figure]').forEach(drawSoon);
      if (due) return;
      due = true;
      requestAnimationFrame(look);
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: Object.keys(CHANGES) });
    look();
  }

  document.addEventListener('toggle', rememberOpen, true);
  document.addEventListener('click', follow);
  ['keydown', 'pointerdown', 'wheel', 'touchstart'].forEach(function (name) { document.addEventListener(name, letGo, { capture: true, passive: true }); });
  document.addEventListener('change', forgetFailure);
  // Capture: Dash listens too, and would build the page again for a link within it.
  window.addEventListener('popstate', onMove, true);
  window.placeboard.move = move;
  window.placeboard.keep = function (search) { address(search, true); };
  watchQuestions();
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
