/* Levers: keep range and number in step, ask the server what follows, and keep the controls as the address says. */
(function () {
  'use strict';
  var ASKED = 'scenario-asked';
  var CHOICES = ['measure', 'years', 'shape', 'together'];
  var WAIT_MS = 200;
  var MOST_KEPT = 4;

  /** The panel of levers, or null on other pages. */
  function panel() { return document.querySelector('[data-pb-levers]'); }

  /** Every element of the panel that a selector names, as an array. */
  function all(selector) { return panel() ? Array.prototype.slice.call(panel().querySelectorAll(selector)) : []; }

  /** One element of the panel. */
  function one(selector) { return panel() && panel().querySelector(selector); }

  /** The number field of a lever. */
  function field(name) { return one('[data-pb-lever="' + name + '"]'); }

  /** A lever's text of an address into the names and values it holds. */
  function pairs(text) {
    var parts = text ? text.split('~') : [];
    var found = {};
    for (var place = 0; place + 1 < parts.length; place += 2) found[parts[place]] = parts[place + 1];
    return found;
  }

  /** The levers moved, as the address writes them. */
  function levers() {
    return all('[data-pb-lever]').filter(function (el) {
      return el.value !== '' && el.value !== el.getAttribute('data-pb-default');
    }).map(function (el) { return el.getAttribute('data-pb-lever') + '~' + el.value; }).join('~');
  }

  /** The ranges whose three ends are all given. */
  function ranges() {
    return all('.pb-ends').map(function (group) {
      var ends = Array.prototype.slice.call(group.querySelectorAll('input'));
      if (ends.some(function (el) { return el.value === ''; })) return '';
      return [ends[0].getAttribute('data-pb-end')].concat(ends.map(function (el) { return el.value; })).join('~');
    }).filter(Boolean).join('~');
  }

  /** The goal, or nothing where it is the usual one. */
  function goal() {
    var measure = one('[data-pb-choice="goal-measure"]'), year = one('[data-pb-choice="goal-year"]');
    var amount = one('[data-pb-goal]');
    var usual = [measure, year, amount].every(function (el) { return el.value === el.getAttribute('data-pb-usual'); });
    return usual ? '' : measure.value + '>=' + (amount.value || '0') + '@' + year.value;
  }

  /** The scenarios kept in the address. */
  function kept() {
    var text = new URLSearchParams(location.search).get('kept');
    // Older links have ~~ after a name that moves no lever, so that five stand before the next.
    return text ? text.split(/~{5}|~{3}/) : [];
  }

  /** The query string of everything that is chosen. */
  function asked(keep) {
    var query = new URLSearchParams();
    CHOICES.forEach(function (name) {
      var el = one('[data-pb-choice="' + name + '"]');
      if (el.value !== el.getAttribute('data-pb-usual')) query.set(name, el.value);
    });
    var parts = { levers: levers(), kept: keep.join('~~~'), goal: goal(), ranges: ranges() };
    Object.keys(parts).forEach(function (name) { if (parts[name]) query.set(name, parts[name]); });
    return '?' + query.toString();
  }

  /** Ask the server, unless a field holds what it cannot. */
  function ask(keep) {
    if (!panel()) return;
    var wrong = all('input').filter(function (el) { return !el.validity.valid; });
    all('input').forEach(function (el) { el.toggleAttribute('aria-invalid', false); });
    wrong.forEach(function (el) { el.setAttribute('aria-invalid', 'true'); });
    if (wrong.length) { refuse(wrong[0]); return; }
    window.dash_clientside.set_props(ASKED, { value: asked(keep || kept()) });
  }

  /** Say beside a field why it is refused; what is shown stays. */
  function refuse(el) {
    var home = el.closest('.pb-lever') || el.closest('fieldset');
    var said = home.querySelector('[data-pb-effect]');
    var text = 'Not taken: it can be ' + el.min + ' to ' + el.max + '. What is shown is unchanged.';
    if (said) said.textContent = text;
    window.placeboard.announce(text, el);
  }

  var timer = 0;
  var again = false;
  /** Ask at once; while more follow, as from a key held down, no more often than every moment. */
  function askSoon() {
    if (timer) { again = true; return; }
    ask();
    timer = setTimeout(function () { timer = 0; if (again) { again = false; askSoon(); } }, WAIT_MS);
  }

  /** Put a lever's number on its range, or the usual place where it has none. */
  function toRange(el) {
    var range = one('[data-pb-range="' + el.getAttribute('data-pb-lever') + '"]');
    range.value = el.value === '' ? range.getAttribute('data-pb-usual') : el.value;
    range.setAttribute('aria-valuetext', el.value === '' ? 'as printed' : el.value);
  }

  /** Set levers to the given names and values, all others to their defaults. */
  function setLevers(found) {
    all('[data-pb-lever]').forEach(function (el) {
      var name = el.getAttribute('data-pb-lever');
      el.value = name in found ? found[name] : el.getAttribute('data-pb-default');
      el.removeAttribute('aria-invalid');
      toRange(el);
      if (name in found) el.closest('details.pb-group').open = true;
    });
  }

  /** Lead to the published paths with the levers as they stand. */
  function leadBeside() {
    var link = one('[data-pb-beside]');
    var query = new URLSearchParams();
    var measure = one('[data-pb-choice="measure"]');
    if (measure.value !== measure.getAttribute('data-pb-usual')) query.set('measure', measure.value);
    if (levers()) query.set('levers', levers());
    link.setAttribute('href', link.getAttribute('data-pb-beside') + (query.toString() ? '?' + query.toString() : ''));
  }

  /** Give every control the value that the address says. */
  function sync() {
    if (!panel()) return;
    var query = new URLSearchParams(location.search);
    CHOICES.forEach(function (name) {
      var el = one('[data-pb-choice="' + name + '"]');
      el.value = query.get(name) || el.getAttribute('data-pb-usual');
    });
    setLevers(pairs(query.get('levers')));
    var ends = (query.get('ranges') || '').split('~');
    all('[data-pb-end]').forEach(function (el) {
      var place = ends.indexOf(el.getAttribute('data-pb-end'));
      var own = Array.prototype.indexOf.call(el.parentElement.querySelectorAll('input'), el);
      el.value = place < 0 ? '' : ends[place + 1 + own];
    });
    var wanted = /^(\w+)>=(.+)@(.+)$/.exec(query.get('goal') || '');
    [['[data-pb-choice="goal-measure"]', 1], ['[data-pb-goal]', 2], ['[data-pb-choice="goal-year"]', 3]].forEach(function (pair) {
      var el = one(pair[0]);
      el.value = wanted ? wanted[pair[1]] : el.getAttribute('data-pb-usual');
    });
    listKept();
    leadBeside();
  }

  /** A button of the list of kept scenarios. */
  function button(text, label, place) {
    var el = document.createElement('button');
    el.type = 'button';
    el.className = 'pb-link';
    el.textContent = text;
    el.setAttribute('aria-label', label);
    el.setAttribute(text === 'Remove' ? 'data-pb-drop' : 'data-pb-take', String(place));
    return el;
  }

  /** List the kept scenarios, each to be taken up again or removed. */
  function listKept() {
    var list = one('[data-pb-kept]');
    if (!list) return;
    list.textContent = '';
    kept().forEach(function (text, place) {
      var name = text.split('~~')[0];
      var item = document.createElement('li');
      item.appendChild(document.createTextNode(name + ' '));
      item.appendChild(button('Take up', 'Take up ' + name, place));
      item.appendChild(document.createTextNode(' '));
      item.appendChild(button('Remove', 'Remove ' + name, place));
      list.appendChild(item);
    });
  }

  /** Keep the scenario under the name given, or under the next number. */
  function keep(el) {
    var name = one('[data-pb-name]');
    var already = kept();
    var text = name.value.replace(/~/g, '').trim() || 'Scenario ' + (already.length + 1);
    var others = already.filter(function (item) { return item.split('~~')[0] !== text; });
    if (others.length >= MOST_KEPT) { window.placeboard.announce('Four are kept already; remove one first.', el); return; }
    name.value = '';
    ask(others.concat([[text, levers()].filter(Boolean).join('~~')]));
  }

  /** One listener for every button of the panel. */
  function onClick(event) {
    var el = event.target.closest && event.target.closest('[data-pb-levers] button');
    if (!el) return;
    if (el.hasAttribute('data-pb-preset')) { setLevers(pairs(el.getAttribute('data-pb-preset'))); ask(); }
    if (el.hasAttribute('data-pb-reset')) { setLevers({}); ask(); }
    if (el.hasAttribute('data-pb-keep')) keep(el);
    if (el.hasAttribute('data-pb-take')) { setLevers(pairs(kept()[+el.getAttribute('data-pb-take')].split('~~')[1])); ask(); }
    if (el.hasAttribute('data-pb-drop')) {
      ask(kept().filter(function (_, place) { return place !== +el.getAttribute('data-pb-drop'); }));
      one('[data-pb-name]').focus();
    }
  }

  /** While a range moves its number goes along. */
  function onInput(event) {
    var el = event.target;
    if (!el.closest || !el.closest('[data-pb-levers]')) return;
    if (el.hasAttribute('data-pb-range')) {
      field(el.getAttribute('data-pb-range')).value = el.value;
      el.setAttribute('aria-valuetext', el.value);
    } else if (el.hasAttribute('data-pb-lever')) toRange(el);
  }

  /** A choice is made once a control says so. */
  function onChange(event) {
    var el = event.target;
    if (el.closest && el.closest('[data-pb-levers]') && !el.hasAttribute('data-pb-name')) askSoon();
  }

  /** Put what each lever does beside it. */
  function sayEffects() {
    var text = panel() && panel().getAttribute('data-pb-effects');
    if (!text) return;
    var said = JSON.parse(text);
    all('[data-pb-effect]').forEach(function (el) { el.textContent = said[el.getAttribute('data-pb-effect')]; });
    listKept();
    leadBeside();
  }

  var known = null;
  /** Look at the panel after the page changed: a new one is filled by the server, its list by the address. */
  function look() {
    var here = panel();
    if (!here || !here.childElementCount) { known = null; return; }
    if (known !== here) { known = here; sync(); }
  }

  /** Watch for the panel, and for what the server says beside its levers. */
  function start() {
    new MutationObserver(function (changes) {
      look();
      if (changes.some(function (change) { return change.type === 'attributes'; })) { sayEffects(); }
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-pb-effects', 'data-pb-query'] });
    look();
  }

  document.addEventListener('click', onClick);
  document.addEventListener('input', onInput);
  document.addEventListener('change', onChange);
  window.addEventListener('popstate', function () { setTimeout(sync, 0); });
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
