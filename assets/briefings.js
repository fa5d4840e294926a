/* Briefings: how far the reader is, and which have changed since they were last read. What was read stays on the device. */
(function () {
  'use strict';
  var KEY = 'pb-read';

  /** What this device remembers: the mark of each briefing as it was last read. */
  function recall() { try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (e) { return {}; } }

  /** Remember a briefing as read; a device that forbids it forgets. */
  function remember(name, mark) {
    var known = recall();
    if (known[name] === mark) return;
    known[name] = mark;
    try { localStorage.setItem(KEY, JSON.stringify(known)); } catch (e) { /* nothing is then called new or read */ }
  }

  /** What is said of a briefing in the list. */
  function news(known, item) {
    var mark = known[item.getAttribute('data-pb-briefing')];
    if (!mark) return Object.keys(known).length ? 'Not read yet' : '';
    return mark === item.getAttribute('data-pb-mark') ? 'Read' : 'New since you last read';
  }

  /** Say in the list what is new. */
  function tell() {
    var known = recall();
    document.querySelectorAll('li[data-pb-briefing]').forEach(function (item) {
      var place = item.querySelector('.pb-news');
      var text = news(known, item);
      if (place.textContent === text) return;
      place.textContent = text;
      place.hidden = !text;
      place.classList.toggle('new', text === 'New since you last read');
    });
  }

  /** Show how far the reader is in a briefing; at its last part it counts as read. */
  function measure() {
    due = false;
    var article = document.querySelector('article[data-pb-briefing]');
    if (!article || !article.lastElementChild) return;
    var box = article.getBoundingClientRect();
    var length = box.height - window.innerHeight;
    var done = length > 0 ? Math.min(1, Math.max(0, -box.top / length)) : 1;
    document.querySelector('.pb-progress i').style.transform = 'scaleX(' + done + ')';
    if (article.lastElementChild.getBoundingClientRect().top < window.innerHeight) {
      remember(article.getAttribute('data-pb-briefing'), article.getAttribute('data-pb-mark'));
    }
  }

  var due = false;
  /** Measure before the next paint, once. */
  function soon() {
    if (due) return;
    due = true;
    requestAnimationFrame(measure);
  }

  /** Watch for the list and for briefings, which the page puts in. */
  function start() {
    new MutationObserver(function () { tell(); soon(); }).observe(document.body, { childList: true, subtree: true });
    tell();
    soon();
  }

  window.addEventListener('scroll', soon, { passive: true });
  window.addEventListener('resize', soon);
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
