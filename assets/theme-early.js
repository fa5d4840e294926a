/* Loaded in <head> without defer, before plotly: theme, size and area must be known before the first paint. */
(function () {
  'use strict';
  var root = document.documentElement;
  var theme = null;
  try { theme = localStorage.getItem('pb-theme'); } catch (e) { theme = null; }
  if (theme !== 'light' && theme !== 'dark') {
    theme = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.setAttribute('data-bs-theme', theme);
  var slide = location.pathname === '/present' && /[?&]slide=/.test(location.search) && !/[?&]notes=/.test(location.search);
  if (slide || /[?&]size=projector(&|$)/.test(location.search)) root.setAttribute('data-pb-size', 'projector');

  /* A bare address opens at the area this device remembers. One that chooses anything, or leads to a card, is somebody's link and shows what it says. */
  if (/^\/([a-z-]+(\/[a-z-]+)?)?$/.test(location.pathname) && !location.search && !location.hash) {
    var area = null;
    try { area = localStorage.getItem('pb-area'); } catch (e) { area = null; }
    if (area) history.replaceState(history.state, '', location.pathname + '?area=' + encodeURIComponent(area));
  }

  /* plotly writes two style elements unless it finds these ids; the content policy forbids them, placeboard.css has the rules. */
  ['plotly.js-style-global', '9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53'].forEach(function (id) {
    var mark = document.createElement('meta');
    mark.id = id;
    mark.className = 'no-inline-styles';
    document.head.appendChild(mark);
  });
})();
