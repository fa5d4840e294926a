/* My area: chosen once in the header, kept in the address, carried by every link to a page, remembered on the device. */
(function () {
  'use strict';
  var KEY = 'pb-area';
  // Says in an address that no area is chosen, whatever the reader's device remembers.
  var WHOLE = 'all';

  var unkept = '';
  /** The area this device remembers; where storage is forbidden, the one chosen since the page was loaded. */
  function recall() { try { return localStorage.getItem(KEY) || ''; } catch (e) { return unkept; } }

  /** Remember an area, or forget it; whether the device lets us. */
  function remember(area) {
    unkept = area;
    try {
      if (area) localStorage.setItem(KEY, area);
      else localStorage.removeItem(KEY);
      return true;
    } catch (e) { return false; }
  }

  /** What an address says of the area; '' where it says nothing. */
  function areaOf(search) { return new URLSearchParams(search).get('area') || ''; }

  /** The list in the header, once it is there. */
  function list() { return document.getElementById('pb-area-list'); }

  /** The name of an area that the list has, or ''. */
  function nameOf(area) {
    var found = area && Array.prototype.find.call(list() ? list().options : [], function (option) { return option.value === area; });
    return found && !found.hasAttribute('data-pb-other') ? found.textContent : '';
  }

  /** A query with another area; nothing else in it changes. */
  function withArea(search, area) {
    var query = new URLSearchParams(search);
    if (area) query.set('area', area); else query.delete('area');
    return query.toString() ? '?' + query : '';
  }

  /** Whether two addresses differ by nothing but the area, on a page that does not show it. */
  function isAside(one, other) {
    /** The address without its area. */
    function bare(address) { var url = new URL(address, location.href); return url.pathname + withArea(url.search, ''); }
    return Boolean(document.getElementById('pb-area-says')) && bare(one) === bare(other);
  }

  /* ---- links carry it ---- */

  var plain = new WeakMap();
  var carrying = false;

  /** The address of a link with the area of the page; one that chooses nothing may have that of the device. */
  function carried(href) {
    var url = new URL(href, location.href);
    if (!/^\/([a-z-]+(\/[a-z-]+)?)?$/.test(url.pathname) || areaOf(url.search)) return href;
    var area = areaOf(location.search) || (url.search || url.hash ? '' : recall());
    return area ? url.pathname + withArea(url.search, area) + url.hash : href;
  }

  /** Put the area in one link; what the server wrote is kept, for when the area changes. */
  function stamp(link) {
    var href = link.getAttribute('href');
    var known = plain.get(link);
    if (!known || known.stamped !== href) known = { href: href };
    known.stamped = carried(known.href);
    plain.set(link, known);
    if (known.stamped !== href) link.setAttribute('href', known.stamped);
  }

  /** Put the area in every link to a page; where there is none and was none, nothing is looked at. */
  function stampAll() {
    var any = Boolean(areaOf(location.search) || recall());
    if (any || carrying) document.querySelectorAll('a[href^="/"]:not([download])').forEach(stamp);
    carrying = any;
  }

  /* ---- what is seen ---- */

  /** Show the area of the address in the list, also one that the list does not have. */
  function choose(box, area) {
    var other = box.querySelector('[data-pb-other]');
    if (other && other.value !== area) { other.remove(); other = null; }
    if (area && !other && !nameOf(area)) {
      other = new Option('Another area', area);
      other.setAttribute('data-pb-other', '');
      box.add(other);
    }
    if (box.value !== area) box.value = area;
  }

  /** Offer to keep an area that came with a link, or to go back to the one remembered. */
  function offer(area) {
    var button = document.getElementById('pb-area-keep');
    var own = recall();
    var text = own === area ? '' : nameOf(area) ? 'Keep as mine' : nameOf(own) && 'Back to ' + nameOf(own);
    button.hidden = !text;
    if (button.textContent !== text) button.textContent = text || '';
  }

  /** Say on a page that does not show areas that its figures are not of this one. */
  function note(area) {
    var place = document.getElementById('pb-area-note');
    var says = document.getElementById('pb-area-says');
    var name = says && nameOf(area);
    var key = name ? name + says.innerHTML : '';
    if (!place || (place._pbSaid || '') === key) return;
    place._pbSaid = key;
    place.textContent = '';
    if (!name) return;
    place.appendChild(says.content.cloneNode(true));
    place.querySelector('[data-pb-name]').textContent = name;
  }

  var hold = false;
  /** Give the list its focus back where the page was built anew around it. */
  function holdFocus(box) {
    if (!hold || document.activeElement !== document.body) return;
    box.focus();
  }

  /** Make header and note follow the address. */
  function sync() {
    var box = list();
    if (!box) return;
    var said = areaOf(location.search);
    var area = said === WHOLE ? '' : said;
    // One that the store no longer has was said in a notice; it is not asked for again.
    if (recall() && !nameOf(recall())) remember('');
    choose(box, area);
    offer(area);
    note(area);
    holdFocus(box);
  }

  /** In words, for paper. */
  function words() {
    var name = nameOf(areaOf(location.search));
    return name ? '. My area: ' + name : '';
  }

  /* ---- choosing ---- */

  /** Choose an area, or all of the place, for every page and for the next visit. */
  function take(area) {
    var kept = remember(area);
    hold = true;
    window.placeboard.move(withArea(location.search, area));
    var name = nameOf(area) || list().options[0].textContent;
    window.placeboard.announce('My area: ' + name + (kept ? '' : '. This browser does not let it be remembered; it stays in the address'));
  }

  /** Answer the button: keep what is shown, or go back to what is remembered. */
  function press() {
    var area = list().value;
    list().focus();
    take(nameOf(area) ? area : recall());
  }

  document.addEventListener('change', function (event) { if (event.target.id === 'pb-area-list') take(event.target.value); });
  document.addEventListener('click', function (event) { if (event.target.id === 'pb-area-keep') press(); });

  document.addEventListener('focusin', function (event) { if (event.target.id !== 'pb-area-list') hold = false; });

  window.placeboard.area = { of: areaOf, isAside: isAside, stamp: stamp, stampAll: stampAll, sync: sync, words: words, WHOLE: WHOLE };
})();
