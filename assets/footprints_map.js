/* Draws the ring around the focused district over all others: a shape's own would lie under its neighbours. */
document.addEventListener('focusin', function (event) {
  'use strict';
  var area = event.target.closest && event.target.closest('.pb-map-drawing a');
  if (!area) return;
  var outline = area.querySelector('path').getAttribute('d');
  area.closest('svg').querySelectorAll('.pb-map-ring').forEach(function (ring) { ring.setAttribute('d', outline); });
});
