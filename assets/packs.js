/* The pack of this device: views that the reader added, in order, shown at /present. It is kept in this browser and sent nowhere until it is shown. */
(function () {
  'use strict';
  var KEY = 'pb-pack';
  var MOST = 60;
  // Servers and proxies refuse a first line of a request of more than 8 kB.
  var LONGEST = 7900;
  var pb = window.placeboard;

  /** What the device remembers, '' where storage is forbidden. */
  function stored() { try { return localStorage.getItem(KEY) || ''; } catch (e) { return ''; } }

  var held = stored();
  /** The pack of this device, as the query of its address. */
  function mine() { return new URLSearchParams(held); }

  /** Keep the pack; whether the device lets us. */
  function remember(pack) {
    held = pack.toString();
    link();
    try { localStorage.setItem(KEY, held); return true; } catch (e) { return false; }
  }

  /** How many views a pack has, in words. */
  function counted(pack) {
    var count = pack.getAll('v').length;
    return count === 1 ? '1 view' : count + ' views';
  }

  /** Whether a pack is too long for a link. */
  function tooLong(pack) { return ('/present?' + pack).length > LONGEST; }

  /** The pack that the address of /present holds, without what only says how it is shown. */
  function shown() {
    var query = new URLSearchParams(location.search);
    var pack = new URLSearchParams();
    ['title', 'date', 'kept'].forEach(function (name) { if (query.get(name)) pack.set(name, query.get(name)); });
    query.getAll('v').forEach(function (view) { pack.append('v', view); });
    return pack;
  }

  /** Add the view of a card, and say what the pack holds now. */
  function add(button) {
    var pack = mine();
    var view = button.getAttribute('data-pb-add');
    if (pack.getAll('v').some(function (known) { return known.split('#')[0] === view; })) {
      pb.tell(button, 'It is in the pack already');
      return;
    }
    pack.append('v', view);
    if (tooLong(pack)) pack = pb.packNotes.aside(pack);
    if (pack.getAll('v').length > MOST || tooLong(pack)) {
      pb.tell(button, pack.getAll('v').length > MOST ? 'Not added: a pack has at most ' + MOST + ' views' : 'Not added: the pack is too long for a link');
      return;
    }
    var kept = remember(pack);
    pb.tell(button, 'Added. The pack has ' + counted(pack) + (kept ? '' : '; this browser forgets it with the page'));
  }

  // The slide that the reader left for a page, as the query of its address.
  var show = '';
  /** Make the link in the header lead back to the show that a page was opened from, else to the pack of this device. */
  function link() {
    var el = document.getElementById('pb-pack');
    if (!el) return;
    var count = mine().getAll('v').length;
    var text = count ? 'Pack (' + count + ')' : 'Pack';
    var href = '/present' + (held ? '?' + held : '');
    if (show && location.pathname !== '/present') {
      text = 'Back to slide ' + new URLSearchParams(show).get('slide');
      href = '/present' + show;
    }
    if (el.textContent !== text) el.textContent = text;
    if (el.getAttribute('href') !== href) el.setAttribute('href', href);
  }

  var own = false;
  /** While the pack of this device is arranged at /present, keep it as it is there; another can be taken over. */
  function follow() {
    link();
    if (location.pathname !== '/present') { own = false; return; }
    show = new URLSearchParams(location.search).has('slide') ? location.search : '';
    var pack = String(shown());
    if (own && pack !== held) remember(shown());
    own = pack === held;
    var button = document.getElementById('present-own');
    if (button && button.hidden !== own) button.hidden = own;
  }

  /** Take over the pack that is shown; where that replaces another, at the second press. */
  function takeOver(button) {
    if (held && !button.hasAttribute('data-pb-sure')) {
      button.setAttribute('data-pb-sure', '');
      button.textContent = 'Replace my pack of ' + counted(mine()) + ' by this one';
      return;
    }
    remember(shown());
    pb.announce('This is now the pack of this device');
    document.getElementById('present-begin').focus();
    follow();
  }

  /** Start, once there is a body. */
  function start() {
    new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
    follow();
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-pb-add], #present-own');
    if (!button) return;
    if (button.id === 'present-own') takeOver(button);
    else add(button);
  });
  document.addEventListener('change', function () { setTimeout(follow, 0); });
  window.addEventListener('storage', function (event) { if (event.key === KEY) { held = stored(); link(); } });
  pb.pack = { tooLong: tooLong };
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
