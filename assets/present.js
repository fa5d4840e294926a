/* Present: a pack in the address, put in order by key or pointer; its slides by key, with the speaker's notes in a window of their own. */
(function () {
  'use strict';
  var pb = window.placeboard;
  var LETTERS = 'pb-letters';
  var tooLong = pb.pack.tooLong;
  var notes = pb.packNotes;
  var REFUSED = 400;
  var BUSY = 503;
  var JUMP_MS = 4000;
  var WATCH_MS = 400;
  var WAIT_MS = 2000;
  var PAUSE_MS = 700;
  // Tells the readers of one pack apart, so that none stops the file of another.
  var READER = Math.random().toString(36).slice(2);

  /** What the reader is told on the page of a pack. */
  function say(text) {
    var place = document.getElementById('present-said');
    if (place) place.textContent = text;
    else pb.announce(text);
  }

  /* ---- the list ---- */

  /** The views of the list, in the order that is seen. */
  function items() { return Array.prototype.slice.call(document.querySelectorAll('.pb-pack > li')); }

  /** What a field of a view of the list holds: "title" or "notes". */
  function ownOf(item, name) { return item.querySelector('[data-pb-own="' + name + '"]').value.trim(); }

  /** The views of the list, each with its own title and, where asked, its notes. */
  function written(noted) {
    return items().map(function (item) {
      return notes.written(notes.parts(item.getAttribute('data-pb-item')).view, ownOf(item, 'title'), noted ? ownOf(item, 'notes') : '');
    });
  }

  /** The pack as it is seen, with all its notes; or without, with the name under which the device keeps them. */
  function packQuery(name) {
    var query = new URLSearchParams();
    ['title', 'date'].forEach(function (field) {
      var value = document.getElementById('present-' + field).value.trim();
      if (value) query.set(field, value);
    });
    written(!name).forEach(function (view) { query.append('v', view); });
    if (name) query.set('kept', name);
    return query;
  }

  /** The name under which a device keeps the notes of the pack that is shown. */
  function kept() { return new URLSearchParams(location.search).get('kept') || ''; }

  /** The pack as it is seen, as the address can hold it: notes that are too long stay on the device, or on the one that has them. Nothing where it cannot. */
  function packAddress() {
    var whole = packQuery('');
    var texts = items().map(function (item) { return ownOf(item, 'notes'); });
    var elsewhere = document.querySelector('[data-pb-kept]:not([hidden])') && !texts.join('');
    if (!tooLong(whole) && !elsewhere) return '?' + whole;
    var name = kept() || notes.fresh();
    var bare = packQuery(name);
    if (elsewhere && !tooLong(bare)) return '?' + bare;
    return !tooLong(bare) && notes.keep(name, written(false), texts) ? '?' + bare : '';
  }

  /** Show the notes that this device keeps for the pack, in the list or to the speaker. */
  function fillNotes() {
    var told = document.querySelector('[data-pb-kept]');
    if (!told || told.hidden) return;
    var speaker = document.querySelector('.pb-speaker-notes');
    var views = new URLSearchParams(location.search).getAll('v');
    var found = notes.of(kept(), views);
    if (!found) return;
    told.hidden = true;
    if (speaker) { speaker.textContent = found[at() - 1] || 'No notes for this slide.'; return; }
    items().forEach(function (item, place) {
      item.querySelector('[data-pb-own="notes"]').value = found[place];
      if (found[place]) item.querySelector('details').open = true;
    });
  }

  /** Make the slide that follows one to look at only. */
  function calmNext() {
    var next = document.querySelector('.pb-next');
    if (next && !next.inert) next.inert = true;
  }

  var want = '';
  /** Show the pack in its new order, as a new step; the element named keeps the focus. */
  function show(focus) {
    var search = packAddress();
    if (!search) { refuse(); return; }
    items().forEach(function (item, place) {
      item.querySelectorAll('[data-pb-act]').forEach(function (el) { el.id = 'present-' + el.getAttribute('data-pb-act') + '-' + (place + 1); });
    });
    want = focus;
    pb.move(search);
    hold();
  }

  /** Give back the focus that a page built anew has lost. */
  function hold() {
    var el = want && document.getElementById(want);
    if (el && (document.activeElement === document.body || !document.activeElement.isConnected || !document.activeElement.id)) el.focus();
  }

  /** The title that a view of the list is seen with. */
  function titleOf(item) { return item.querySelector('.pb-pack-title').textContent; }

  /** Move a view up or down by one, and say where it is. */
  function shift(item, act) {
    var all = items();
    var from = all.indexOf(item);
    var to = from + (act === 'up' ? -1 : 1);
    if (to < 0 || to >= all.length) { pb.announce(act === 'up' ? 'It is the first already' : 'It is the last already'); return; }
    item.parentNode.insertBefore(act === 'up' ? item : all[to], act === 'up' ? all[to] : item);
    show('present-' + act + '-' + (to + 1));
    var button = document.getElementById(want);
    if (button) button.focus();
    pb.announce('“' + titleOf(item) + '” is now ' + (to + 1) + ' of ' + all.length);
  }

  /** Take a view out; the focus goes to the one that follows. */
  function remove(item) {
    var place = items().indexOf(item) + 1;
    var title = titleOf(item);
    item.remove();
    var left = items().length;
    show(left ? 'present-remove-' + Math.min(place, left) : 'present-file');
    var button = document.getElementById(want);
    if (button) button.focus();
    pb.announce('“' + title + '” is out of the pack. ' + (left === 1 ? '1 view is left' : left + ' views are left'));
  }

  /** Say that the pack cannot be kept as it is seen. */
  function refuse() {
    say('Not kept: the pack would be too long for a link. Write less, or take views out.');
  }

  /** Keep a title or notes of one's own, without a new step. */
  function keepOwn(field) {
    var search = packAddress();
    field.setAttribute('aria-invalid', String(!search));
    if (!search) { refuse(); return; }
    var item = field.closest('[data-pb-item]');
    if (item) item.querySelector('.pb-pack-title').textContent = ownOf(item, 'title') || item.getAttribute('data-pb-finding');
    pb.keep(search);
    linkAll();
    say(kept() ? 'The notes are too long for a link: they are kept on this device and in the files made here. A link has the pack without them.' : '');
  }

  /** Make the links of the page lead to the pack as it is now. */
  function linkAll() {
    document.querySelectorAll('a[data-pb-pack]').forEach(function (link) {
      link.setAttribute('href', link.getAttribute('href').split('?')[0] + location.search + link.getAttribute('data-pb-pack'));
    });
  }

  /** Open a pack from a file, which the server reads and keeps nothing of. */
  function load(field) {
    var file = field.files[0];
    if (!file) return;
    file.text().then(function (text) {
      return fetch('/pack/read', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: text });
    }).then(function (answer) {
      return answer.ok ? answer.json() : answer.text().then(function (words) { return { said: words }; });
    }).then(function (found) {
      if (!found.query) { say(found.said); return; }
      var search = found.notes.length ? withNotes(found.query, found.notes) : found.query;
      var said = search ? found.said : found.said + ' This browser does not let its notes be kept, so they stay in the file.';
      pb.move(search || found.query);
      pb.announce(said);
    }).catch(function () { say('The server did not answer. Choose the file again to try once more.'); });
    field.value = '';
  }

  /** The address of a pack whose notes are too long for it: they are kept on this device. Nothing where that cannot be. */
  function withNotes(search, texts) {
    var query = new URLSearchParams(search);
    var name = notes.fresh();
    if (!notes.keep(name, query.getAll('v'), texts)) return '';
    query.set('kept', name);
    return '?' + query;
  }

  /* ---- files ---- */

  // What is being made or was made last: for which pack, as what, under which name, and how far it is.
  var file = null;

  /** Have a file made of the pack as it stands. */
  function make(button) {
    if (file && file.state === 'working') { pb.announce('One file is being made already; wait for it, or stop it', button); return; }
    var asked = file = { pack: String(packQuery('')), kind: button.getAttribute('data-pb-file'), words: button.textContent, began: Date.now(), state: 'working', said: 'Asked for', done: 0, total: 0 };
    showFile();
    pb.announce(asked.words + ' is being made', button);
    begin(asked);
  }

  /** Ask for a file; while as many as may be are being made for others, ask again. */
  function begin(asked) {
    if (asked.stopped) return;
    askFor('/pack/files/' + asked.kind, 'POST', asked.pack + '&for=' + READER).then(function (found) {
      asked.name = found.name;
      if (asked.stopped) stop(asked);
      else setTimeout(function () { watch(asked); }, WATCH_MS);
    }).catch(function (error) {
      if (error.status !== BUSY) { fail(asked, error); return; }
      asked.said = error.message;
      showFile();
      setTimeout(function () { begin(asked); }, WAIT_MS);
    });
  }

  /** Ask the server something about a file; what it refuses in words becomes an error. */
  function askFor(address, method, body) {
    var sent = body ? { method: method, body: new URLSearchParams(body) } : { method: method };
    return fetch(address, sent).then(function (answer) {
      if (answer.status === 204) return null;
      if (answer.ok) return answer.json();
      return answer.text().then(function (text) {
        var inWords = answer.status === REFUSED || answer.status === BUSY;
        throw Object.assign(new Error(inWords ? text : 'The server could not do that. Try again.'), { status: answer.status });
      });
    }, function () { throw new Error('The server did not answer. Try again.'); });
  }

  /** Save the pack, its notes included, as a file that can be opened here again. */
  function save() {
    var pack = packQuery('');
    fetch('/pack/file.toml', { method: 'POST', body: pack }).then(function (answer) {
      if (!answer.ok) return answer.text().then(function (text) { throw new Error(text); });
      return answer.blob();
    }).then(function (blob) {
      var link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = named(pack) + '.toml';
      press(link);
      URL.revokeObjectURL(link.href);
    }).catch(function (error) { say('The pack was not saved. ' + error.message); });
  }

  /** The name of a pack, for its files. */
  function named(pack) { return pack.get('title') || 'Pack'; }

  /** Follow a link that is not on the page. */
  function press(link) {
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  /** Ask how far a file is until it is there, or has failed. */
  function watch(asked) {
    if (asked.stopped) return;
    askFor('/pack/files/' + asked.name, 'GET').then(function (found) {
      if (asked.stopped) return;
      if (found.state === 'failed') throw new Error(found.said);
      Object.assign(asked, found);
      showFile();
      if (found.state === 'working') setTimeout(function () { watch(asked); }, WATCH_MS);
      else deliver(asked);
    }).catch(function (error) { if (!asked.stopped) fail(asked, error); });
  }

  /** Give the reader the file, as any download. */
  function deliver(asked) {
    say(asked.words + ' is ready.');
    press(fileLink(asked));
  }

  /** A link to a file that is made, named after its pack. */
  function fileLink(asked) {
    var link = document.createElement('a');
    link.href = '/pack/files/' + asked.name + '/pack.' + asked.kind;
    link.download = named(new URLSearchParams(asked.pack)) + '.' + asked.kind;
    link.textContent = 'Download again: ' + asked.words;
    return link;
  }

  /** Say why there is no file. */
  function fail(asked, error) {
    asked.state = 'failed';
    showFile();
    say(asked.words + ' was not made. ' + error.message);
  }

  /** Stop the file that is being made. */
  function stop(asked) {
    asked.stopped = true;
    asked.state = 'stopped';
    showFile();
    say(asked.words + ' was stopped.');
    if (asked.name) askFor('/pack/files/' + asked.name, 'DELETE').catch(function () { /* it is finished and taken away unasked */ });
  }

  /** Show how far the file is, or lead to it while the pack is the one it was made of. */
  function showFile() {
    var making = document.getElementById('present-making');
    if (!making) return;
    var working = Boolean(file && file.state === 'working');
    if (!working && making.contains(document.activeElement)) document.querySelector('[data-pb-file="' + file.kind + '"]').focus();
    if (making.hidden === working) making.hidden = !working;
    if (working) showProgress();
    var ready = document.getElementById('present-ready');
    var there = Boolean(file && file.state === 'done' && file.pack === String(packQuery('')));
    if (ready.hidden !== there) return;
    ready.hidden = !there;
    ready.textContent = '';
    if (there) ready.appendChild(fileLink(file));
  }

  /** Show the step of the file that is being made. */
  function showProgress() {
    var bar = document.getElementById('present-progress');
    if (file.total) { bar.max = file.total; bar.value = file.done; } else bar.removeAttribute('value');
    var seconds = Math.round((Date.now() - file.began) / 1000);
    write('present-step', file.words + ': ' + file.said + (seconds ? ', ' + seconds + ' s' : ''));
  }

  /* ---- by pointer ---- */

  var dragged = null;
  /** Take a view by its grip. */
  function onDrag(event) {
    dragged = event.target.closest && event.target.closest('.pb-grip') ? event.target.closest('li') : null;
    if (dragged) event.dataTransfer.setDragImage(dragged, 10, 10);
  }

  /** Let the view that is dragged make room among the others. */
  function onOver(event) {
    var over = dragged && event.target.closest && event.target.closest('.pb-pack > li');
    if (!over) return;
    event.preventDefault();
    if (over === dragged) return;
    var box = over.getBoundingClientRect();
    over.parentNode.insertBefore(dragged, event.clientY > box.top + box.height / 2 ? over.nextSibling : over);
  }

  /** Keep the order that was dragged. */
  function onDrop() {
    if (!dragged) return;
    var place = items().indexOf(dragged) + 1;
    pb.announce('“' + titleOf(dragged) + '” is now ' + place + ' of ' + items().length);
    dragged = null;
    show('');
  }

  /* ---- slides ---- */

  var channel = window.BroadcastChannel ? new BroadcastChannel('pb-present') : null;
  var told = '';

  /** The slide or the notes that are shown, or nothing. */
  function stage() { return document.querySelector('[data-pb-slide]'); }

  /** Which pack an address shows, so that two shows on one device do not move each other. */
  function packKey() {
    var query = new URLSearchParams(location.search);
    return query.getAll('v').join('\n') + '\n' + query.get('title');
  }

  /** The query of another slide; 0 for the list. */
  function queryOf(slide) {
    var query = new URLSearchParams(location.search);
    if (slide) query.set('slide', slide); else { query.delete('slide'); query.delete('notes'); }
    return '?' + query;
  }

  /** Show a slide that there is. */
  function goTo(slide) {
    var total = Number(stage().getAttribute('data-pb-slides'));
    var next = Math.min(total, Math.max(1, slide));
    if (next === at()) pb.announce(next === 1 ? 'This is the first slide' : 'This is the last slide');
    else { blank(false); pb.move(queryOf(next)); }
  }

  /** The number of the slide that the address names. */
  function at() { return Math.min(Number(stage().getAttribute('data-pb-slides')), Number(new URLSearchParams(location.search).get('slide'))); }

  /** Whether this window shows the notes. */
  function isNotes() { return new URLSearchParams(location.search).has('notes'); }

  /** Make the screen black, or bring it back. */
  function blank(on) { document.documentElement.toggleAttribute('data-pb-blank', on); }

  /** Make the screen black or bring it back, in words; from the notes, on the other window. */
  function toggleBlank() {
    if (isNotes()) { send({ blank: true }); return; }
    blank(!document.documentElement.hasAttribute('data-pb-blank'));
    pb.announce(document.documentElement.hasAttribute('data-pb-blank') ? 'Screen blank' : 'Screen back');
  }

  /** Leave the show for the list; the notes close. */
  function leave() {
    if (isNotes()) { window.close(); return; }
    blank(false);
    want = 'present-begin';
    if (document.fullscreenElement) document.exitFullscreen();
    pb.move(queryOf(0));
  }

  /** Go into full screen, or out of it. */
  function toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(function () { pb.announce('This browser does not allow full screen'); });
  }

  /** Open the notes of the show in a window of their own. */
  function openNotes() {
    var query = new URLSearchParams(location.search);
    query.set('notes', '1');
    if (!window.open(location.pathname + '?' + query, 'pb-notes', 'popup,width=900,height=760')) pb.announce('This browser did not open a window; allow it for this address');
  }

  /** Tell the other window of this show something. */
  function send(words) { if (channel) channel.postMessage(Object.assign({ pack: packKey() }, words)); }

  /** Follow what the other window of this show does. */
  function hear(event) {
    if (!stage() || event.data.pack !== packKey()) return;
    if (event.data.blank && !isNotes()) toggleBlank();
    if (!event.data.slide || event.data.slide === at()) return;
    told = packKey() + event.data.slide;
    goTo(event.data.slide);
  }

  var digits = '';
  var forget = 0;
  /** Gather the number of a slide, and go there with Enter. */
  function jump(event) {
    clearTimeout(forget);
    if (event.key === 'Enter') {
      event.preventDefault();
      goTo(Number(digits));
      digits = '';
      return;
    }
    digits = (digits + event.key).slice(-2);
    forget = setTimeout(function () { digits = ''; }, JUMP_MS);
    pb.announce('Slide ' + digits + ': press Enter');
  }

  /** Whether the keys of one letter are in use; who speaks to their computer turns them off. */
  function letters() { try { return localStorage.getItem(LETTERS) !== 'off'; } catch (e) { return true; } }

  /** Turn the keys of one letter on or off. */
  function toggleLetters() {
    try { localStorage.setItem(LETTERS, letters() ? 'off' : 'on'); } catch (e) { pb.announce('This browser does not let it be remembered'); }
    showLetters();
    pb.announce(letters() ? 'Keys B and F are on' : 'Keys B and F are off');
  }

  /** Show whether the keys of one letter are in use. */
  function showLetters() {
    var button = document.getElementById('present-letters');
    if (!button || button.getAttribute('aria-pressed') === String(letters())) return;
    button.setAttribute('aria-pressed', String(letters()));
    document.querySelector('[data-pb-letters]').hidden = !letters();
  }

  var KEYS = {
    ArrowRight: function () { goTo(at() + 1); },
    ArrowLeft: function () { goTo(at() - 1); },
    ArrowDown: function () { scroll(1); },
    ArrowUp: function () { scroll(-1); },
    PageDown: function () { goTo(at() + 1); },
    ' ': function () { goTo(at() + 1); },
    PageUp: function () { goTo(at() - 1); },
    Home: function () { goTo(1); },
    End: function () { goTo(Infinity); },
    Escape: leave
  };
  var LETTER_KEYS = { b: toggleBlank, f: toggleFull };

  /** Answer a key during the show; a field, or a table that scrolls, has its own. */
  function onKey(event) {
    if (!stage() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'Escape' && event.target.closest && event.target.closest('input, select, textarea, .pb-scroll')) return;
    if (event.key === ' ' && event.target.closest && event.target.closest('button, a, summary')) return;
    if (/^[0-9]$/.test(event.key) || (event.key === 'Enter' && digits)) { jump(event); return; }
    digits = '';
    var act = KEYS[event.key] || (letters() && LETTER_KEYS[event.key.toLowerCase()]);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Take a reader who has lost their place to the title of the slide. */
  function toTitle() {
    var title = stage().querySelector('h1');
    if (!title) return;
    title.setAttribute('tabindex', '-1');
    title.focus({ preventScroll: true });
  }

  /** What scrolls of a slide that is longer than the screen. */
  function longer() {
    var boxes = Array.prototype.slice.call(document.querySelectorAll('.pb-slide, .pb-slide .pb-card'));
    return boxes.filter(function (el) { return el.scrollHeight > el.clientHeight + 1; })[0];
  }

  /** Scroll a slide that is longer than the screen. */
  function scroll(by) {
    var box = longer();
    if (box) box.scrollBy({ top: by * box.clientHeight / 2, behavior: 'instant' });
  }

  /** Say whether there is more of the slide below. */
  function sayMore() {
    var more = document.getElementById('present-more');
    if (!more) return;
    var box = longer();
    var none = !box || box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
    if (more.hidden !== none) more.hidden = none;
  }

  var heard = '';
  /** Say each slide once, and tell the other window of it. */
  function sayStage() {
    var el = stage();
    if (!el) { heard = ''; blank(false); return; }
    var key = packKey() + el.getAttribute('data-pb-slide');
    if (key === heard) return;
    heard = key;
    if (document.activeElement === document.body) toTitle();
    pb.announce('Slide ' + el.getAttribute('data-pb-slide') + ' of ' + el.getAttribute('data-pb-slides') + ': ' + el.getAttribute('data-pb-title'));
    if (key !== told) send({ slide: Number(el.getAttribute('data-pb-slide')) });
    told = '';
  }

  /* ---- clocks ---- */

  var began = Date.now();

  /** Two figures of a clock. */
  function two(number) { return String(Math.floor(number)).padStart(2, '0'); }

  /** Write what is not there yet: each change of the page has it looked at again. */
  function write(id, text) {
    var el = document.getElementById(id);
    if (el.textContent !== text) el.textContent = text;
  }

  /** Show the time, and how long the show has gone on. */
  function tick() {
    if (!document.getElementById('present-clock')) return;
    var now = new Date();
    var seconds = (now - began) / 1000;
    write('present-clock', two(now.getHours()) + ':' + two(now.getMinutes()));
    write('present-elapsed', two(seconds / 60) + ':' + two(seconds % 60));
  }

  /* ---- wiring ---- */

  var PRESSED = {
    'present-back': function () { goTo(at() - 1); },
    'present-next': function () { goTo(at() + 1); },
    'present-leave': leave,
    'present-window': openNotes,
    'present-letters': toggleLetters,
    'present-stop': function () { stop(file); },
    'present-save': save,
    'present-restart': function () { began = Date.now(); tick(); }
  };

  /** Answer a button of the list or of the show. */
  function onClick(event) {
    var button = event.target.closest && event.target.closest('button');
    if (!button) return;
    var act = button.getAttribute('data-pb-act');
    if (button.hasAttribute('data-pb-file')) make(button);
    else if (act === 'remove') remove(button.closest('li[data-pb-item]'));
    else if (act) shift(button.closest('li[data-pb-item]'), act);
    else if (PRESSED[button.id]) PRESSED[button.id]();
  }

  /** Answer a field that was changed. */
  function onChange(event) {
    var field = event.target;
    if (field.id === 'present-file') load(field);
    else if (field.hasAttribute('data-pb-own') || /^present-(title|date)$/.test(field.id)) keepOwn(field);
  }

  var typed = 0;
  /** Keep notes while they are written, once the writer pauses. */
  function onInput(event) {
    var field = event.target;
    if (!field.hasAttribute || field.getAttribute('data-pb-own') !== 'notes') return;
    clearTimeout(typed);
    typed = setTimeout(function () { if (field.isConnected) keepOwn(field); }, PAUSE_MS);
  }

  /** Look at the page after it changed. */
  function look() {
    sayStage();
    if (location.pathname !== '/present') return;
    fillNotes();
    calmNext();
    showLetters();
    showFile();
    hold();
    tick();
    sayMore();
  }

  /** Start, once there is a body. */
  function start() {
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-pb-slide'] });
    setInterval(tick, 1000);
    look();
  }

  document.addEventListener('click', onClick);
  document.addEventListener('change', onChange);
  document.addEventListener('input', onInput);
  document.addEventListener('scroll', sayMore, true);
  window.addEventListener('resize', sayMore);
  document.addEventListener('keydown', onKey);
  ['keydown', 'pointerdown'].forEach(function (name) { document.addEventListener(name, function () { want = ''; }, true); });
  document.addEventListener('dragstart', onDrag);
  document.addEventListener('dragover', onOver);
  document.addEventListener('dragend', onDrop);
  if (channel) channel.addEventListener('message', hear);
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
