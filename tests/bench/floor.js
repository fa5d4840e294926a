/* Draw the first chart at once, the others near the screen, and the first again for another choice. */
(function () {
  'use strict';
  var boxes = Array.from(document.querySelectorAll('body > div'));
  var config = { displayModeBar: false, responsive: true };

  /** Fetch the chart of a box and draw it. */
  function draw(box) {
    var value = document.querySelector('input:checked').value;
    return fetch('/figure' + location.pathname + '?chart=' + box.id + '&value=' + value).then(function (answer) { return answer.json(); }).then(function (figure) {
      delete figure.layout._narrow;
      delete figure.layout._narrowBelow;
      return window.Plotly.react(box, figure.data, figure.layout, config);
    });
  }

  var near = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      near.unobserve(entry.target);
      draw(entry.target);
    });
  }, { rootMargin: '900px' });

  draw(boxes[0]).then(function () { boxes.slice(1).forEach(function (box) { near.observe(box); }); });
  document.querySelector('fieldset').addEventListener('change', function () { draw(boxes[0]); });
})();
