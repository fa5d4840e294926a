/* The options page: what a reader sets is asked of the server, one question at a time; names stay here. */
(function () {
  'use strict';
  var MOST_PEOPLE = 12;
  var HEAVIEST = 100;
  var USUAL = 50;
  var PATIENCE_MS = 2000;
  var STORED = 'pb-options-people';

  var asking = false;
  var asked = null;
  var waiting = null;
  var limit = 0;
  var lastControl = '';
  // Whether what is asked next is a new step of the history; it is told with the question, not before.
  var newStep = true;

  /** The form of the panel, where this page has one. */
  function form() { return document.getElementById('options-form'); }

  /** Every element of the page that matches, as an array. */
  function all(selector, home) { return Array.prototype.slice.call((home || document).querySelectorAll(selector)); }

  /** A whole number from 0 to 100 as written, or null. */
  function whole(text) { return /^\d{1,3}$/.test(text) && Number(text) <= HEAVIEST ? Number(text) : null; }

  /* ---- asking ---- */

  /** Ask for what the page is set to; steps of one control are one step of the history. */
  function ask(control) {
    var query = collect();
    if (query === null) return;
    if (control !== lastControl) newStep = true;
    lastControl = control;
    waiting = query;
    send();
  }

  /** Send the newest question once the one before is answered: a slider asks faster than charts are drawn. */
  function send() {
    if (asking || waiting === null) return;
    var query = waiting;
    waiting = null;
    if (query === asked) return;
    // A page that could not be scored has no cards to change: it is made anew.
    if (!document.getElementById('options-ranking-card')) { location.search = query; return; }
    asked = query;
    asking = true;
    document.getElementById('options-ranking-card').setAttribute('data-pb-step', newStep ? 'new' : 'same');
    newStep = false;
    limit = setTimeout(giveUp, PATIENCE_MS);
    window.dash_clientside.set_props('options-ask', { 'data-pb-ask': query });
  }

  /** After an answer, let the screen show it and ask what came up meanwhile. */
  function answered() {
    clearTimeout(limit);
    asking = false;
    requestAnimationFrame(send);
  }

  /** After an answer that can be shown, what was said of an earlier question no longer holds. */
  function shown() {
    var failure = document.getElementById('pb-error');
    if (failure && failure.childElementCount) window.dash_clientside.set_props('pb-error', { children: null });
    answered();
  }

  /** After a question that failed, which the page has said, the same may be asked again. */
  function giveUp() {
    asked = null;
    answered();
  }

  /** The query string of everything set, or null while a number cannot be used. */
  function collect() {
    var home = form();
    var weights = all('input[type="number"][data-weight]', home);
    var scale = all('[data-scale]', home);
    if (weights.concat(scale).some(function (box) { return whole(box.value) === null; })) return null;
    var query = new URLSearchParams();
    query.set('appraisal', home.dataset.appraisal);
    if (home.dataset.method !== 'points') query.set('method', home.dataset.method);
    put(query, 'weights', weights.map(function (box) { return box.dataset.weight + '-' + Number(box.value); }));
    put(query, 'scale', scale.filter(function (box) { return Number(box.value) !== Number(box.dataset.usual); })
      .map(function (box) { return box.dataset.scale + '-' + Number(box.value); }));
    put(query, 'scores', all('.opt-cells select').filter(function (box) { return box.value !== box.dataset.printed; })
      .map(function (box) { return box.dataset.cell + '-' + box.value; }));
    if (home.dataset.people) query.set('people', home.dataset.people);
    return '?' + query.toString();
  }

  /** Set a list in a query, unless it is empty. */
  function put(query, name, parts) { if (parts.length) query.set(name, parts.join('.')); }

  /* ---- the panel ---- */

  /** Keep slider and number of a criterion together, and say every share. */
  function match(box) {
    all('[data-weight="' + box.dataset.weight + '"]', form()).forEach(function (other) {
      if (other !== box) other.value = box.value;
    });
    sayShares();
  }

  /** Say beside each weight what share of all weight it is. */
  function sayShares() {
    var boxes = all('input[type="number"][data-weight]', form());
    var sum = boxes.reduce(function (total, box) { return total + (whole(box.value) || 0); }, 0);
    boxes.forEach(function (box) {
      var share = sum ? Math.round(1000 * (whole(box.value) || 0) / sum) / 10 + '%' : '–';
      box.parentNode.querySelector('output').textContent = share;
      box.parentNode.querySelector('input[type="range"]').setAttribute('aria-valuetext', box.value + ', ' + share);
    });
  }

  /** Say for each criterion from which level to which the options reach, after a score is changed. */
  function saySwings() {
    var counts = {};
    all('[data-scale]', form()).forEach(function (box) { counts[box.dataset.scale] = Number(box.value); });
    all('input[type="number"][data-weight]', form()).forEach(function (box) {
      var levels = all('.opt-cells select').filter(function (cell) { return cell.id.endsWith('-' + box.dataset.weight); })
        .map(function (cell) { return cell.value; }).filter(Boolean)
        .sort(function (one, other) { return counts[one] - counts[other]; });
      var hint = box.closest('.pb-lever').querySelector('[data-for="swing"]');
      var same = !levels.length || levels[0] === levels[levels.length - 1];
      hint.textContent = same ? 'No step: all options are alike, so it counts nothing.'
        : 'From ' + levels[0] + ' to ' + levels[levels.length - 1] + '.';
    });
  }

  /** Set every weight, in the order of the criteria. */
  function setWeights(values) {
    all('input[type="number"][data-weight]', form()).forEach(function (box, place) {
      box.value = values[place];
      box.removeAttribute('aria-invalid');
      match(box);
    });
  }

  /** The weights as set, in the order of the criteria. */
  function weightsNow() {
    return all('input[type="number"][data-weight]', form()).map(function (box) { return whole(box.value); });
  }

  /** Answer a change of any control of the page. */
  function onInput(event) {
    var box = event.target;
    if (!form() || !box.matches) return;
    if (box.matches('#options-form [data-weight]')) {
      box.setAttribute('aria-invalid', String(whole(box.value) === null));
      match(box);
      ask('weight ' + box.dataset.weight);
    } else if (box.matches('#options-form [data-scale]')) {
      box.setAttribute('aria-invalid', String(whole(box.value) === null));
      saySwings();
      ask('scale ' + box.dataset.scale);
    } else if (box.matches('#options-form [name="options-method"]')) {
      form().dataset.method = box.value;
      ask('method');
    } else if (box.matches('.opt-cells select')) {
      saySwings();
      ask('score ' + box.dataset.cell);
    }
  }

  /** Put a number that cannot be used right once its box is left. */
  function onChange(event) {
    var box = event.target;
    if (box.id === 'options-file') { loadFile(box); return; }
    if (!box.matches || !box.matches('#options-form input[type="number"]') || whole(box.value) !== null) return;
    box.value = String(Math.min(HEAVIEST, Math.max(0, Math.round(Number(box.value)) || 0)));
    onInput(event);
  }

  /* ---- several people ---- */

  /** Everyone saved in this browser for the appraisal shown: name and weights in the order of the criteria. */
  function people() {
    try { return (JSON.parse(localStorage.getItem(STORED)) || {})[form().dataset.appraisal] || []; } catch (e) { return []; }
  }

  /** Keep people in this browser, and compare them. */
  function keep(list) {
    var stored = {};
    try { stored = JSON.parse(localStorage.getItem(STORED)) || {}; } catch (e) { /* what cannot be read is begun anew */ }
    stored[form().dataset.appraisal] = list;
    try { localStorage.setItem(STORED, JSON.stringify(stored)); } catch (e) { tell('This browser does not allow pages to keep anything.'); }
    compare(list);
  }

  /** Compare people: their weights, without names, go into the address. */
  function compare(list) {
    form().dataset.people = list.map(function (person) { return person.weights.join('-'); }).join('.');
    showSaved();
    ask('people');
  }

  /** Say something beside the tools. */
  function tell(text) {
    var place = document.getElementById('options-told');
    if (place) place.textContent = text;
  }

  /** An element with text. */
  function made(tag, text, attributes) {
    var el = document.createElement(tag);
    el.textContent = text;
    Object.keys(attributes || {}).forEach(function (name) { el.setAttribute(name, attributes[name]); });
    return el;
  }

  /** A button of the list of people. */
  function button(action, words, name, place) {
    return made('button', words, {
      type: 'button', 'class': 'pb-link', 'data-options': action, 'data-place': place, 'aria-label': words + ': ' + name
    });
  }

  /** List the people saved here. */
  function showSaved() {
    var home = document.getElementById('options-saved');
    if (!home || !form()) return;
    var list = people();
    home.textContent = '';
    list.forEach(function (person, place) {
      var item = made('li', '');
      item.append(made('b', person.name), ' ', button('use', 'Use these weights', person.name, place), ' ', button('remove', 'Remove', person.name, place));
      home.append(item);
    });
    if (list.length && !form().dataset.people) {
      var item = made('li', '');
      item.append(made('button', 'Compare the ' + list.length + ' saved here', { type: 'button', 'class': 'pb-link', 'data-options': 'compare' }));
      home.append(item);
    }
  }

  /** Put the names kept here over the columns of those whose weights they are. */
  function nameColumns() {
    if (!form()) return;
    var rows = (form().dataset.people || '').split('.');
    var known = people();
    all('#options-people-body th[scope="col"]').forEach(function (head) {
      var found = /^Person (\d+)$/.exec(head.textContent);
      var person = found && known.filter(function (one) { return one.weights.join('-') === rows[found[1] - 1]; })[0];
      if (!person) return;
      all('#options-people-body td[data-l="' + head.textContent + '"]').forEach(function (cell) { cell.setAttribute('data-l', person.name); });
      head.textContent = person.name;
    });
  }

  /** Save the weights as set under a name; the same name is saved anew. */
  function save() {
    var box = document.getElementById('options-person');
    var name = box.value.trim();
    var weights = weightsNow();
    if (!name) { tell('Give a name first.'); box.focus(); return; }
    if (weights.indexOf(null) >= 0 || !weights.some(Boolean)) { tell('Give at least one criterion a weight first.'); return; }
    var list = people().filter(function (person) { return person.name !== name; }).concat([{ name: name, weights: weights }]);
    if (list.length > MOST_PEOPLE) { tell('At most ' + MOST_PEOPLE + ' people can be compared. Remove one first.'); return; }
    box.value = '';
    keep(list);
    tell('Saved ' + name + '.');
  }

  /** The criteria of the appraisal, in order. */
  function criteria() {
    return all('input[type="number"][data-weight]', form()).map(function (box) { return box.dataset.weight; });
  }

  /** Hand the reader the people saved here as a file. */
  function exportSet() {
    var names = criteria();
    var set = { appraisal: form().dataset.appraisal, people: people().map(function (person) {
      var weights = {};
      names.forEach(function (name, place) { weights[name] = person.weights[place]; });
      return { name: person.name, weights: weights };
    }) };
    if (!set.people.length) { tell('Nobody is saved yet.'); return; }
    var link = made('a', '', { download: set.appraisal + '-weights.json' });
    link.href = URL.createObjectURL(new Blob([JSON.stringify(set, null, 2)], { type: 'application/json' }));
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    tell('Saved ' + set.people.length + ' to a file.');
  }

  /** Read a set of people from a file; nothing is taken unless all of it can be used. */
  function loadFile(box) {
    var file = box.files[0];
    if (!file) return;
    file.text().then(function (text) {
      var list = readSet(JSON.parse(text));
      keep(list);
      tell('Loaded ' + list.length + ' from ' + file.name + '.');
    }).catch(function (error) {
      tell(file.name + ' was not loaded. ' + (error instanceof SyntaxError ? 'It is not JSON.' : error.message));
    }).then(function () { box.value = ''; });
  }

  /** The people of a set, or an error that says what was expected and what came. */
  function readSet(set) {
    var shown = form().dataset.appraisal;
    if (!set || !Array.isArray(set.people) || !set.people.length) throw new Error('Expected a list of people, each with a name and weights.');
    if (set.appraisal !== shown) throw new Error('It is for the appraisal ' + set.appraisal + '; this page shows ' + shown + '.');
    if (set.people.length > MOST_PEOPLE) throw new Error('It has ' + set.people.length + ' people; at most ' + MOST_PEOPLE + ' can be compared.');
    return set.people.map(readPerson);
  }

  /** One person of a set. */
  function readPerson(person, place) {
    var name = person && typeof person.name === 'string' ? person.name.trim().slice(0, 40) : '';
    if (!name) throw new Error('Person ' + (place + 1) + ' has no name.');
    var weights = criteria().map(function (criterion) {
      var weight = whole(String((person.weights || {})[criterion]));
      if (weight === null) throw new Error(name + ' needs a whole number from 0 to 100 for ' + criterion + '; found ' + (person.weights || {})[criterion] + '.');
      return weight;
    });
    if (!weights.some(Boolean)) throw new Error(name + ' gives every criterion nothing.');
    return { name: name, weights: weights };
  }

  /** Turn the size of a projector on or off, with everything else as it is set. */
  function workshop() {
    var query = new URLSearchParams(location.search);
    if (query.get('size')) query.delete('size'); else query.set('size', 'projector');
    location.search = query.toString();
  }

  var ACTIONS = {
    workshop: workshop,
    equal: function () { setWeights(criteria().map(function () { return USUAL; })); ask('equal'); },
    save: save,
    export: exportSet,
    compare: function () { compare(people()); },
    use: function (place) { setWeights(people()[place].weights); ask('use ' + place); tell('The weights of ' + people()[place].name + ' are set above.'); },
    remove: function (place) {
      var list = people();
      var gone = list.splice(place, 1)[0];
      keep(list);
      tell('Removed ' + gone.name + '.');
    }
  };

  /** Answer the buttons of the page. */
  function onClick(event) {
    var pressed = event.target.closest && event.target.closest('[data-options]');
    if (pressed && form()) ACTIONS[pressed.getAttribute('data-options')](Number(pressed.getAttribute('data-place')));
  }

  /** Watch for the page, for answers, and for what failed. */
  function start() {
    new MutationObserver(function (changes) {
      if (!form()) return;
      changes.forEach(function (change) {
        if (change.attributeName === 'data-pb-answer') shown();
        else if (change.target.id === 'pb-error' && change.addedNodes.length) giveUp();
      });
      if (!form().hasAttribute('data-settled') && document.getElementById('options-saved')) {
        form().setAttribute('data-settled', '');
        asked = waiting = null;
        asking = false;
        newStep = true;
        lastControl = '';
        showSaved();
      }
      nameColumns();
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-pb-answer'] });
  }

  document.addEventListener('input', onInput);
  document.addEventListener('change', onChange);
  document.addEventListener('click', onClick);
  document.addEventListener('submit', function (event) { if (event.target.id === 'options-form') event.preventDefault(); });
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
