/* A pack in one file: its charts stand beside their places as JSON and are drawn as on the product's pages. */
(function () {
  'use strict';
  document.querySelectorAll('[data-pack-chart]').forEach(function (place) {
    window.placeboard.draw(place.id, JSON.parse(document.getElementById(place.id + '-data').textContent));
  });
})();
