/* Arrows on a matrix, from where a risk stands now to where it should stand. Seen only: the table says it all. */
(function () {
  'use strict';
  var SVG = 'http://www.w3.org/2000/svg';
  var LANE_REM = 1.75;
  // A4 less the margins of @page, and the root of the print rules, in CSS pixels.
  var PAPER = { width: '688px', root: '14px' };
  var seen = new WeakSet();

  /** Put an SVG element in its parent. */
  function put(parent, name, attributes) {
    var el = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { el.setAttribute(key, attributes[key]); });
    parent.appendChild(el);
    return el;
  }

  /** The size of one rem in pixels. */
  function rem() { return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16; }

  /** Where a cell stands in its matrix. */
  function place(wrap, cell) {
    var home = wrap.getBoundingClientRect();
    var box = wrap.querySelector('[data-cell="' + cell + '"]').getBoundingClientRect();
    return { left: box.left - home.left, right: box.right - home.left, top: box.top - home.top, bottom: box.bottom - home.top, middle: (box.left + box.right) / 2 - home.left };
  }

  /** The moves that a matrix holds: cells, lane and words. */
  function moves(wrap) {
    return wrap.getAttribute('data-pb-arrows').split(';').map(function (text) {
      var parts = text.split(',');
      return { from: parts[0], to: parts[1], lane: Number(parts[2]), words: parts[3] };
    });
  }

  /** The way of one arrow: along the foot of its row, then up or down into a cell of another row. */
  function way(wrap, move) {
    var from = place(wrap, move.from), to = place(wrap, move.to);
    var y = from.bottom - (move.lane + 0.5) * LANE_REM * rem();
    if (from.top === to.top) return { x1: from.middle, y1: y, x2: to.middle, y2: y, level: true };
    var column = from.left === to.left ? from.right - rem() : to.right - rem();
    var down = to.top > from.top;
    return { x1: from.left === to.left ? column : from.middle, y1: y, x2: column, y2: down ? to.top : to.bottom, down: down };
  }

  /** Draw the head of an arrow with its point at x, y. */
  function head(svg, x, y, towards) {
    var back = { left: [9, -6, 9, 6], right: [-9, -6, -9, 6], down: [-6, -9, 6, -9], up: [-6, 9, 6, 9] }[towards];
    put(svg, 'polygon', { points: [x, y, x + back[0], y + back[1], x + back[2], y + back[3]].join(' ') });
  }

  /** Write the words of an arrow on it. */
  function label(svg, x, y, words) {
    var text = put(svg, 'text', { x: x, y: y });
    text.textContent = words;
    var width = text.getBBox().width + 10;
    var box = put(svg, 'rect', { x: x - width / 2, y: y - 10, width: width, height: 20 });
    svg.insertBefore(box, text);
  }

  /** Draw one arrow. */
  function arrow(svg, wrap, move) {
    var a = way(wrap, move);
    var line = 'M' + a.x1 + ',' + a.y1 + ' C' + a.x2 + ',' + a.y1 + ' ' + a.x2 + ',' + a.y1 + ' ' + a.x2 + ',' + a.y2;
    put(svg, 'path', { d: line, class: 'halo' });
    put(svg, 'path', { d: line });
    head(svg, a.x2, a.y2, a.level ? (a.x2 < a.x1 ? 'left' : 'right') : (a.down ? 'down' : 'up'));
    var share = a.level ? 0.5 : 0.35;
    label(svg, a.x1 + (a.x2 - a.x1) * share, a.y1, move.words);
  }

  /** Draw all arrows of a matrix at its present size. */
  function draw(wrap) {
    var old = wrap.querySelector('.pb-arrows');
    if (old) old.remove();
    var box = wrap.getBoundingClientRect();
    if (!box.width) return;
    var svg = put(wrap, 'svg', { class: 'pb-arrows', 'aria-hidden': 'true', viewBox: '0 0 ' + box.width + ' ' + box.height, preserveAspectRatio: 'none' });
    moves(wrap).forEach(function (move) { arrow(svg, wrap, move); });
  }

  /** Every matrix with arrows. */
  function all() { return document.querySelectorAll('.pb-matrix-wrap[data-pb-arrows]'); }

  var sizes = new ResizeObserver(function (entries) { entries.forEach(function (entry) { draw(entry.target); }); });

  /** Look after each matrix that has come to the page. */
  function look() {
    all().forEach(function (wrap) {
      if (seen.has(wrap)) return;
      seen.add(wrap);
      sizes.observe(wrap);
    });
  }

  /** Draw at the size that the print rules will give. */
  function toPaper() {
    var root = document.documentElement, size = root.style.fontSize;
    root.style.fontSize = PAPER.root;
    all().forEach(function (wrap) {
      wrap.style.width = PAPER.width;
      draw(wrap);
      wrap.style.width = '';
    });
    root.style.fontSize = size;
  }

  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', function () { all().forEach(draw); });
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  look();
})();
