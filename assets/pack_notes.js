/* Notes that are too long for a link: kept on this device, under a name that the link gives. */
(function () {
  'use strict';
  var KEY = 'pb-notes';
  // Signs that would end a title or notes within the address of a view.
  var ENDS = /[%&+#]/g;
  var pb = window.placeboard;

  /** All notes of this device: for each name those of its views. */
  function all() { try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (e) { return {}; } }

  /** The parts of an address of a view: the view with its choices, and its own title and notes. */
  function parts(text) {
    var cut = text.lastIndexOf('#');
    var said = new URLSearchParams(cut < 0 ? '' : text.slice(cut + 1));
    return { view: cut < 0 ? text : text.slice(0, cut), title: said.get('title') || '', notes: said.get('notes') || '' };
  }

  /** A view with a title and notes of its own, as an address gives it. */
  function written(view, title, notes) {
    var own = [['title', title], ['notes', notes]].filter(function (pair) { return pair[1]; }).map(function (pair) {
      return pair[0] + '=' + pair[1].replace(ENDS, encodeURIComponent);
    }).join('&');
    return own || view.indexOf('#') >= 0 ? view + '#' + own : view;
  }

  /** Under what the notes of each view are kept: its address, with a number where a pack shows it again. */
  function keys(views) {
    var seen = {};
    return views.map(function (view) {
      seen[view] = (seen[view] || 0) + 1;
      return seen[view] > 1 ? view + '\n' + seen[view] : view;
    });
  }

  /** Keep the notes of a pack under a name; whether the device lets us. What is not in the pack any more stays, for the way back. */
  function keep(name, views, notes) {
    var held = all();
    var own = held[name] = held[name] || {};
    keys(views).forEach(function (key, place) { own[key] = notes[place]; });
    try { localStorage.setItem(KEY, JSON.stringify(held)); return true; } catch (e) { return false; }
  }

  /** The notes of each view that are kept under a name; nothing where this device has none. */
  function of(name, views) {
    var own = all()[name];
    return own ? keys(views).map(function (key) { return own[key] || ''; }) : null;
  }

  /** A pack without its notes, which the device keeps; the pack itself where it does not let us. */
  function aside(pack) {
    var name = pack.get('kept') || fresh();
    var texts = pack.getAll('v').map(parts);
    var views = texts.map(function (one) { return written(one.view, one.title, ''); });
    var known = of(name, views) || [];
    if (!keep(name, views, texts.map(function (one, place) { return one.notes || known[place] || ''; }))) return pack;
    var bare = new URLSearchParams(pack);
    bare.delete('v');
    views.forEach(function (view) { bare.append('v', view); });
    bare.set('kept', name);
    return bare;
  }

  /** A name that no other pack has. */
  function fresh() { return Date.now().toString(36) + Math.random().toString(36).slice(2, 6); }

  pb.packNotes = { parts: parts, written: written, keep: keep, of: of, aside: aside, fresh: fresh };
})();
