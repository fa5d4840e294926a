(function () {
  'use strict';
  if (window.placeboard) return;

  var ROOT = document.documentElement;
  var BASE = document.currentScript ? document.currentScript.src : location.origin + '/assets/placeboard.js';
  var FONT_FILES = {
    'Source Sans 3 Variable': 'fonts/source-sans-3-latin-wght-normal.woff2',
    'Source Serif 4 Variable': 'fonts/source-serif-4-latin-wght-normal.woff2'
  };
  var NARROW = 560;
  var PROJECTOR_SCALE = 1.45;
  // A slide has no more room than a screen, and its labels must not run out of it.
  var SLIDE_SCALE = 1.35;
  // A slide on a telephone is read at arm's length.
  var PHONE_PX = 480;
  var PICTURE = { width: 1280, pad: 40, minHeight: 360 };
  // A4 less the margins of @page and a title, and the 10.5pt root of the print rules, in CSS pixels.
  var PAPER = { width: 688, height: 780, rootPx: 14, scale: 0.87 };
  var CONFIG = {
    displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: '',
    responsive: true, locale: 'en-GB'
  };

  var charts = new Set();
  var waiting = {};
  var printing = false;

  /* ---- plotly under a strict content policy ---- */

  /** Plotly sets some style attributes as text (bold labels, images), which style-src 'self' blocks; the object model may set the same. */
  function allowStyles() {
    var plain = SVGElement.prototype.setAttribute;
    SVGElement.prototype.setAttribute = function (name, value) {
      if (name === 'style') this.style.cssText = value;
      else plain.call(this, name, value);
    };
  }

  /* ---- small helpers ---- */

  /** Resolve after ms milliseconds. */
  function delay(ms) { return new Promise(function (done) { setTimeout(done, ms); }); }

  /** True for a plain object, the only kind that is walked or merged. */
  function isPlain(value) { return Object.prototype.toString.call(value) === '[object Object]'; }

  /** Copy of value with every leaf passed through change(leaf, key). */
  function walk(value, change, key) {
    if (Array.isArray(value)) return value.map(function (item) { return walk(item, change, key); });
    if (!isPlain(value)) return change(value, key);
    var copy = {};
    Object.keys(value).forEach(function (name) { copy[name] = walk(value[name], change, name); });
    return copy;
  }

  /** Merge extra over base in place: objects deeply, arrays whole, null removes. */
  function merge(base, extra) {
    Object.keys(extra).forEach(function (name) {
      var value = extra[name];
      if (value === null) delete base[name];
      else if (isPlain(value) && isPlain(base[name])) merge(base[name], value);
      else base[name] = value;
    });
    return base;
  }

  /** Call fn once, after calls have stopped for ms. */
  function debounce(fn, ms) {
    var timer = 0;
    return function () { clearTimeout(timer); timer = setTimeout(fn, ms); };
  }

  /** Read a remembered choice; storage may be forbidden. */
  function recall(key) { try { return localStorage.getItem(key); } catch (e) { return null; } }

  /** Remember a choice; storage may be forbidden. */
  function remember(key, value) { try { localStorage.setItem(key, value); } catch (e) { /* the choice then lasts for this page only */ } }

  /* ---- saying things ---- */

  /** The live region for the whole page, made if the page has none. */
  function globalRegion() {
    var region = document.getElementById('pb-live');
    if (region) return region;
    region = document.createElement('div');
    region.id = 'pb-live';
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.appendChild(region);
    return region;
  }

  /** The status region of the card or page head that holds el, else the page's own. */
  function regionFor(el) {
    var home = el && el.closest('.pb-card, .pb-head');
    return (home && home.querySelector('[role="status"]:not(.pb-skel)')) || globalRegion();
  }

  /** Say text once; emptied first so that the same words are said again. */
  function announce(text, el) {
    var region = regionFor(el);
    region.textContent = '';
    setTimeout(function () { region.textContent = text; }, 150);
  }

  /** Say text and show it beside the button for a moment. */
  function tell(button, text) {
    announce(text, button);
    button.setAttribute('data-pb-said', text);
    button.classList.add('pb-said');
    setTimeout(function () { button.classList.remove('pb-said'); button.removeAttribute('data-pb-said'); }, 3000);
  }

  /* ---- theme and size ---- */

  /** The theme in force: 'light' or 'dark'. */
  function theme() { return ROOT.getAttribute('data-bs-theme') === 'dark' ? 'dark' : 'light'; }

  /** The reader's stored choice, or null. */
  function themeChoice() {
    var choice = recall('pb-theme');
    return choice === 'light' || choice === 'dark' ? choice : null;
  }

  /** Put a theme in force and let listeners know. */
  function setTheme(name) {
    ROOT.setAttribute('data-bs-theme', name);
    labelTheme();
    window.dispatchEvent(new CustomEvent('pb:theme', { detail: { theme: name } }));
  }

  /** Name the theme button after the theme it leads to, which is therefore never the pressed one. */
  function labelTheme() {
    var button = document.getElementById('pb-theme');
    if (!button) return;
    var text = theme() === 'dark' ? 'Light theme' : 'Dark theme';
    if (button.textContent !== text) button.textContent = text;
    if (button.getAttribute('aria-pressed') !== 'false') button.setAttribute('aria-pressed', 'false');
  }

  /** Swap the theme and remember it as the reader's choice. */
  function toggleTheme() {
    var next = theme() === 'dark' ? 'light' : 'dark';
    remember('pb-theme', next);
    setTheme(next);
    announce(next === 'dark' ? 'Dark theme on' : 'Light theme on');
  }

  /** Follow the system while the reader has not chosen, and other tabs when they do. */
  function watchTheme() {
    var system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', function () {
      if (!themeChoice() && !printing) setTheme(system.matches ? 'dark' : 'light');
    });
    window.addEventListener('storage', function (event) {
      if (event.key === 'pb-theme') setTheme(themeChoice() || (system.matches ? 'dark' : 'light'));
    });
  }

  /** Make the page's size follow its address. */
  function syncSize() {
    var query = new URLSearchParams(location.search);
    var slide = location.pathname === '/present' && query.has('slide') && !query.has('notes');
    var projector = slide || query.get('size') === 'projector';
    if (projector === (ROOT.getAttribute('data-pb-size') === 'projector')) return;
    if (projector) ROOT.setAttribute('data-pb-size', 'projector');
    else ROOT.removeAttribute('data-pb-size');
  }

  /* ---- painting ---- */

  /** The value of the CSS variable --pb-<name>, or '' when there is none. */
  function palette(name) { return getComputedStyle(ROOT).getPropertyValue('--pb-' + name).trim(); }

  /** A new figure in which every string 'token:<name>' is that variable's value. */
  function paint(figure) {
    var style = getComputedStyle(ROOT);
    return walk(figure, function (leaf) {
      if (typeof leaf !== 'string' || leaf.slice(0, 6) !== 'token:') return leaf;
      return style.getPropertyValue('--pb-' + leaf.slice(6)).trim() || style.getPropertyValue('--pb-ink').trim();
    });
  }

  /** Multiply sizes of type, markers, lines and pixel offsets in place. */
  function enlarge(figure, factor) {
    if (factor === 1) return figure;
    /** Multiply one numeric member, or each of an array. */
    function times(owner, name) {
      if (typeof owner[name] === 'number') owner[name] *= factor;
      else if (Array.isArray(owner[name])) owner[name] = owner[name].map(function (n) { return typeof n === 'number' ? n * factor : n; });
    }
    /** Visit every object once. */
    function visit(node, key) {
      if (Array.isArray(node)) { node.forEach(function (item) { visit(item, key); }); return; }
      if (!isPlain(node)) return;
      if (/font$/i.test(key)) times(node, 'size');
      if (key === 'marker') times(node, 'size');
      if (key === 'line') times(node, 'width');
      if (key === 'margin') ['l', 'r', 't', 'b'].forEach(function (side) { times(node, side); });
      if (key === 'annotations') ['xshift', 'yshift'].forEach(function (name) { times(node, name); });
      Object.keys(node).forEach(function (name) { visit(node[name], name); });
    }
    visit(figure.data, 'data');
    visit(figure.layout, 'layout');
    return figure;
  }

  /** The figure for one width: narrow parts merged over or dropped, never moving, enlarged, painted. */
  function prepare(figure, width, factor) {
    var copy = walk(figure, function (leaf) { return leaf; });
    var layout = copy.layout || {};
    var narrow = width < (layout._narrowBelow || NARROW);
    var parts = [layout].concat(copy.data || []);
    parts.forEach(function (part) {
      var extra = part._narrow;
      delete part._narrow;
      if (narrow && extra) merge(part, extra);
    });
    delete layout._narrowBelow;
    delete layout.transition;
    delete layout.width;
    delete layout.height;
    return paint(enlarge({ data: copy.data || [], layout: layout }, factor));
  }

  /** How much larger than on a desk: the element's own data-pb-scale, paper, or a projector. */
  function scaleFor(el) {
    if (printing) return PAPER.scale;
    var own = parseFloat(el.getAttribute('data-pb-scale'));
    if (own > 0) return own;
    if (el.closest('.pb-slide')) return el.clientWidth < PHONE_PX ? 1 : slideScale(el);
    return ROOT.getAttribute('data-pb-size') === 'projector' ? PROJECTOR_SCALE : 1;
  }

  /** How much larger on a slide; rows, which each need their height, only as far as there is room. */
  function slideScale(el) {
    if (!el.classList.contains('pb-rows')) return SLIDE_SCALE;
    var usual = 16 * parseFloat(getComputedStyle(el).getPropertyValue('--h'));
    return Math.min(SLIDE_SCALE, Math.max(1, el.clientHeight / usual));
  }

  /** Whether a figure has rows under each other: its scale runs down. */
  function hasRows(figure) {
    var range = ((figure.layout || {}).yaxis || {}).range;
    return Boolean(range && range[0] > range[1]);
  }

  /** The size to draw at: the element's own, or on paper what the print rules will make of it. */
  function sizeFor(el) {
    if (!printing) return { width: el.clientWidth, height: el.clientHeight };
    var rootPx = parseFloat(getComputedStyle(ROOT).fontSize) || 16;
    return { width: PAPER.width, height: Math.min(PAPER.height, Math.round(el.clientHeight * PAPER.rootPx / rootPx)) };
  }

  /* ---- drawing ---- */

  /** Wait for the text face, because plotly keeps the widths it measures first. */
  var fontReady = document.fonts && document.fonts.load
    ? Promise.race([document.fonts.load('400 16px "Source Sans 3 Variable"').catch(function () { return null; }), delay(1500)])
    : Promise.resolve();

  /** Say in place of the chart that it could not be drawn. */
  function fail(el) {
    forget(el);
    el.classList.remove('pb-skel');
    el.classList.add('pb-plot-failed');
    el.removeAttribute('aria-busy');
    el.textContent = 'The chart could not be drawn. Its figures are in the table below.';
    return false;
  }

  /** Draw el's remembered figure at its present size, theme and scale. */
  function render(el) {
    var size = sizeFor(el);
    if (!el._pbFigure || !el.isConnected || !size.width || !size.height) return true;
    try {
      var ready = prepare(el._pbFigure, size.width, scaleFor(el));
      ready.layout.autosize = true;
      ready.layout.width = size.width;
      ready.layout.height = size.height;
      el._pbDrawn = size;
      var drawn = window.Plotly.react(el, ready.data, ready.layout, Object.assign({}, CONFIG));
      if (drawn && drawn.catch) drawn.catch(function () { fail(el); });
      return true;
    } catch (e) {
      return fail(el);
    }
  }

  /** Draw every chart again and drop those whose page has gone. */
  function renderAll() {
    charts.forEach(function (el) { if (el.isConnected) render(el); else forget(el); });
  }

  /** Stop looking after el. */
  function forget(el) {
    charts.delete(el);
    if (sizes) sizes.unobserve(el);
    el._pbFigure = null;
    if (window.Plotly && el._fullLayout) window.Plotly.purge(el);
  }

  /** Draw again only when the element's size is not the one drawn. */
  function fit(el) {
    if (printing) return;
    if (!el.isConnected) { forget(el); return; }
    var was = el._pbDrawn || {};
    if (el.clientWidth !== was.width || el.clientHeight !== was.height) render(el);
  }

  var sizes = window.ResizeObserver ? new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      var el = entry.target;
      el._pbFit = el._pbFit || debounce(function () { fit(el); }, 120);
      el._pbFit();
    });
  }) : null;

  /** Wait until the element and plotly are both there, at most ten seconds. */
  function whenThere(id, tries) {
    var el = document.getElementById(id);
    if (el && window.Plotly) return Promise.resolve(el);
    if (tries > 200) return Promise.resolve(el);
    return delay(50).then(function () { return whenThere(id, tries + 1); });
  }

  /** Paint and draw a figure in an element; true when drawn. The latest call for an id wins; null clears. */
  function draw(id, figure) {
    waiting[id] = figure;
    return fontReady.then(function () { return whenThere(id, 0); }).then(function (el) {
      if (!el || waiting[id] !== figure) return false;
      delete waiting[id];
      if (!figure) { forget(el); el.textContent = ''; return false; }
      if (!window.Plotly) return fail(el);
      if (el.classList.contains('pb-plot-failed')) el.textContent = '';
      el.classList.remove('pb-plot-failed', 'pb-skel');
      el.removeAttribute('aria-busy');
      el.classList.toggle('pb-rows', hasRows(figure));
      el._pbFigure = figure;
      charts.forEach(function (old) { if (!old.isConnected) forget(old); });
      charts.add(el);
      if (sizes) sizes.observe(el);
      return render(el);
    });
  }

  /* ---- paper ---- */

  var opened = [];
  var screenTheme = null;

  /** Before printing: details open but for long tables that nobody has opened, charts in light colours at the width of the paper. */
  function toPaper() {
    if (printing) return;
    opened = Array.prototype.slice.call(document.querySelectorAll('.pb-foot details:not([open]):not([data-pb-long])'));
    opened.forEach(function (item) { item.open = true; });
    screenTheme = theme();
    printing = true;
    ROOT.setAttribute('data-bs-theme', 'light');
    renderAll();
  }

  /** After printing: as it was. */
  function toScreen() {
    if (!printing) return;
    printing = false;
    opened.forEach(function (item) { item.open = false; });
    opened = [];
    ROOT.setAttribute('data-bs-theme', screenTheme);
    renderAll();
  }

  /* ---- pictures ---- */

  /** Text made safe inside SVG. */
  function escape(text) {
    return String(text).replace(/[&<>"]/g, function (c) { return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[c]; });
  }

  /** An SVG element as text; body is already safe. */
  function tag(name, attrs, body) {
    var pairs = Object.keys(attrs).map(function (key) { return ' ' + key + '="' + escape(attrs[key]) + '"'; });
    return '<' + name + pairs.join('') + '>' + body + '</' + name + '>';
  }

  /** Break text into lines no wider than width in the given font. */
  function wrap(text, font, width) {
    var pen = document.createElement('canvas').getContext('2d');
    pen.font = font;
    var lines = [];
    text.trim().split(/\s+/).forEach(function (word) {
      var last = lines.length - 1;
      var longer = last < 0 ? word : lines[last] + ' ' + word;
      if (last >= 0 && pen.measureText(longer).width <= width) lines[last] = longer;
      else lines.push(word);
    });
    return text.trim() ? lines : [];
  }

  /** Wrapped text below y: its markup, and the y under it. */
  function textBlock(text, look, y) {
    var lines = wrap(text || '', look.weight + ' ' + look.size + 'px ' + look.family, PICTURE.width - 2 * PICTURE.pad);
    var markup = lines.map(function (line) {
      y += look.leading;
      return tag('text', {
        x: PICTURE.pad, y: y, fill: look.fill, 'font-family': look.family, 'font-size': look.size, 'font-weight': look.weight
      }, escape(line));
    });
    return { markup: markup.join(''), y: y };
  }

  /** The font file as a data address, or '' when it cannot be had. */
  function fontData(path) {
    return fetch(new URL(path, BASE)).then(function (answer) {
      return answer.ok ? answer.arrayBuffer() : Promise.reject();
    }).then(function (bytes) {
      var text = '';
      new Uint8Array(bytes).forEach(function (byte) { text += String.fromCharCode(byte); });
      return 'data:font/woff2;base64,' + btoa(text);
    }).catch(function () { return ''; });
  }

  /** Font rules to carry inside a picture, which cannot see the page's own. */
  function fontRules() {
    return Promise.all(Object.keys(FONT_FILES).map(function (name) {
      return fontData(FONT_FILES[name]).then(function (data) {
        return data && '@font-face{font-family:"' + name + '";font-weight:200 900;src:url(' + data + ') format("woff2")}';
      });
    })).then(function (rules) { return rules.join(''); });
  }

  /** The chart alone as SVG text, always in its wide layout. */
  function chartSvg(el, width, height) {
    var ready = prepare(el._pbFigure, Infinity, 1);
    return window.Plotly.toImage(
      { data: ready.data, layout: ready.layout, config: Object.assign({}, CONFIG, { staticPlot: true, responsive: false }) },
      { format: 'svg', width: width, height: height, imageDataOnly: true }
    );
  }

  /** The whole picture as SVG text: title, subtitle, chart, source, on paper of the current theme. */
  function compose(el, words, rules) {
    var height = Math.max(el.clientHeight, PICTURE.minHeight);
    return chartSvg(el, PICTURE.width - 2 * PICTURE.pad, height).then(function (chart) {
      var title = textBlock(words.title, { family: palette('serif'), size: 32, weight: 600, leading: 38, fill: palette('ink') }, 28);
      var subtitle = textBlock(words.subtitle, { family: palette('sans'), size: 18, weight: 400, leading: 26, fill: palette('ink-2') }, title.y + 4);
      var top = subtitle.y + 24;
      var source = textBlock(words.source, { family: palette('sans'), size: 16, weight: 400, leading: 22, fill: palette('ink-2') }, top + height + 10);
      var tall = Math.ceil(source.y + 28);
      var placed = chart.slice(chart.indexOf('<svg')).replace('<svg', '<svg x="' + PICTURE.pad + '" y="' + top + '"');
      return tag('svg', {
        xmlns: 'http://www.w3.org/2000/svg', width: PICTURE.width, height: tall, viewBox: '0 0 ' + PICTURE.width + ' ' + tall
      }, '<style>' + rules + '</style>' + tag('rect', { width: '100%', height: '100%', fill: palette('paper') }, '')
        + title.markup + subtitle.markup + placed + source.markup);
    });
  }

  /** SVG text as a PNG blob of the same size. */
  function toPng(text) {
    return new Promise(function (done, stop) {
      var image = new Image();
      image.onerror = stop;
      image.onload = function () {
        var canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth;
        canvas.height = image.naturalHeight;
        canvas.getContext('2d').drawImage(image, 0, 0);
        canvas.toBlob(function (blob) { if (blob) done(blob); else stop(); }, 'image/png');
      };
      image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
    });
  }

  /** The picture of a drawn chart as a blob; kind is 'png' or 'svg'. */
  function picture(id, kind, words) {
    var el = document.getElementById(id);
    if (!el || !el._pbFigure || !window.Plotly) return Promise.reject(new Error('no chart ' + id));
    return fontRules().then(function (rules) { return compose(el, words || {}, rules); }).then(function (text) {
      return kind === 'png' ? toPng(text) : new Blob([text], { type: 'image/svg+xml' });
    });
  }

  /** Hand the reader a file. */
  function save(blob, name) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  /** Answer a picture button. */
  function takePicture(button, kind) {
    var id = button.getAttribute('data-pb-plot');
    var name = (button.getAttribute('data-pb-filename') || id).replace(/\.(png|svg)$/i, '') + '.' + kind;
    picture(id, kind, {
      title: button.getAttribute('data-pb-title'),
      subtitle: button.getAttribute('data-pb-subtitle'),
      source: button.getAttribute('data-pb-source')
    }).then(function (blob) {
      save(blob, name);
      tell(button, 'Picture downloaded');
    }).catch(function () {
      tell(button, 'The picture could not be made');
    });
  }

  /* ---- copying ---- */

  /** Copy without the clipboard interface, which plain http does not have. */
  function copyOldWay(text) {
    var box = document.createElement('textarea');
    var before = document.activeElement;
    box.value = text;
    box.setAttribute('readonly', '');
    box.className = 'visually-hidden';
    document.body.appendChild(box);
    box.select();
    var done = false;
    try { done = document.execCommand('copy'); } catch (e) { done = false; }
    box.remove();
    if (before && before.focus) before.focus();
    return done ? Promise.resolve() : Promise.reject();
  }

  /** Copy text by whichever way works. */
  function copy(text) {
    if (!navigator.clipboard || !navigator.clipboard.writeText) return copyOldWay(text);
    return navigator.clipboard.writeText(text).catch(function () { return copyOldWay(text); });
  }

  /** The address of what is shown; one that chooses nothing says so, since another device may remember an area. */
  function sharedAddress() {
    return location.href.split('#')[0] + (location.search ? '' : '?area=' + window.placeboard.area.WHOLE);
  }

  /** Answer a copy-link button. */
  function copyLink(button) {
    var hash = button.getAttribute('data-pb-hash') || location.hash;
    var address = sharedAddress() + (hash ? '#' + hash.replace(/^#/, '') : '');
    copy(address).then(function () {
      tell(button, 'Link copied');
    }).catch(function () {
      tell(button, 'Not copied; the link is in the address bar');
    });
  }

  /* ---- menu ---- */

  /** Open or close the narrow menu. */
  function setMenu(open) {
    var button = document.getElementById('pb-menu');
    var header = button && button.closest('.pb-header');
    if (!header) return;
    header.classList.toggle('open', open);
    button.setAttribute('aria-expanded', open ? 'true' : 'false');
  }

  /** Whether the narrow menu is open. */
  function menuOpen() { return Boolean(document.querySelector('.pb-header.open')); }

  /* ---- moving between pages ---- */

  var lastPath = location.pathname;

  /** The page's own heading. */
  function heading() { return document.querySelector('#main h1'); }

  /** The same-origin address a plain click on this link would open, or null. */
  function linkTarget(event) {
    var link = event.target.closest('a[href]');
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
    if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return null;
    var url = new URL(link.href, location.href);
    return url.origin === location.origin ? url : null;
  }

  /** Focus the new page's heading, unless the reader has moved on to a field. */
  function focusHeading() {
    var h1 = heading();
    var active = document.activeElement;
    if (!h1 || (active && /^(INPUT|SELECT|TEXTAREA)$/.test(active.tagName))) return;
    // An address that names a card leads to the card, whichever of the two is there first.
    if (location.hash && document.querySelector('.pb-card[id="' + CSS.escape(location.hash.slice(1)) + '"]')) return;
    if (!h1.hasAttribute('tabindex')) h1.setAttribute('tabindex', '-1');
    h1.focus({ preventScroll: true });
    if (!location.hash) window.scrollTo(0, 0);
  }

  /** After a link click, wait for the new page's heading and move there. */
  function followLink(url) {
    if (url.pathname === location.pathname) return;
    var from = location.pathname;
    var oldH1 = heading();
    var oldText = oldH1 ? oldH1.textContent : '';
    /** Stop watching and move. */
    function arrive() {
      watcher.disconnect();
      clearTimeout(limit);
      if (location.pathname === from) return;
      syncSize();
      focusHeading();
    }
    var settle = debounce(arrive, 60);
    var watcher = new MutationObserver(function () {
      var h1 = heading();
      if (location.pathname === from || !h1 || !h1.textContent.trim()) return;
      if (h1 !== oldH1 || h1.textContent !== oldText) settle();
    });
    var limit = setTimeout(arrive, 5000);
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  }

  var record = '';
  /** Begin the title of the document with the record that the page is about, where it is about one. */
  function nameRecord() {
    var head = document.querySelector('[data-pb-record]');
    var name = head ? head.getAttribute('data-pb-record') + ': ' : '';
    if (document.title.indexOf(name) === 0 && name === record) return;
    var page = record && document.title.indexOf(record) === 0 ? document.title.slice(record.length) : document.title;
    record = name;
    document.title = name + page;
  }

  /** Say the title once it belongs to a new path. */
  function sayTitle() {
    if (location.pathname === lastPath || /^(Updating|Loading)/.test(document.title)) return;
    lastPath = location.pathname;
    announce(document.title);
  }

  /* ---- wiring ---- */

  var ACTIONS = {
    'copy-link': copyLink,
    'print': function () { window.print(); },
    'picture-png': function (button) { takePicture(button, 'png'); },
    'picture-svg': function (button) { takePicture(button, 'svg'); }
  };

  /** One listener for everything that is pressed. */
  function onClick(event) {
    if (!event.target.closest) return;
    var button = event.target.closest('[data-pb-action], #pb-theme, #pb-menu');
    if (button && button.id === 'pb-theme') toggleTheme();
    else if (button && button.id === 'pb-menu') setMenu(!menuOpen());
    else if (button && ACTIONS[button.getAttribute('data-pb-action')]) ACTIONS[button.getAttribute('data-pb-action')](button);
    var url = linkTarget(event);
    if (!url) return;
    if (event.target.closest('.pb-header')) setMenu(false);
    followLink(url);
  }

  /** Escape closes the menu and returns to its button. */
  function onKey(event) {
    if (event.key !== 'Escape' || !menuOpen()) return;
    setMenu(false);
    document.getElementById('pb-menu').focus();
  }

  /** Label the theme button whenever Dash has put it in. */
  function watchPage() {
    var due = false;
    new MutationObserver(function () {
      if (due) return;
      due = true;
      requestAnimationFrame(function () { due = false; labelTheme(); nameRecord(); });
    }).observe(document.body, { childList: true, subtree: true });
    new MutationObserver(function () { nameRecord(); sayTitle(); }).observe(document.head, { childList: true, subtree: true, characterData: true });
    new MutationObserver(function () { if (!printing) renderAll(); })
      .observe(ROOT, { attributes: true, attributeFilter: ['data-bs-theme', 'data-pb-size'] });
    labelTheme();
    nameRecord();
  }

  /** Start, once there is a body. */
  function start() {
    watchTheme();
    watchPage();
  }

  allowStyles();
  // Capture: Dash's links stop their clicks, and the old path must be read before they move it.
  document.addEventListener('click', onClick, true);
  document.addEventListener('keydown', onKey);
  window.addEventListener('popstate', syncSize);
  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', toScreen);
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);

  window.placeboard = { announce: announce, palette: palette, paint: paint, draw: draw, picture: picture, theme: theme, syncSize: syncSize, tell: tell };
})();
