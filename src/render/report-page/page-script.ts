/**
 * All the script of the page: it narrows the lists, and opens and closes sheets by keyboard. Without it the page shows
 * everything. It is text because it runs in a browser; the tests run it.
 */
export const pageScript = `
(function () {
  'use strict';
  var one = function (selector) { return document.querySelector(selector); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };

  all('[data-needs-script]').forEach(function (element) { element.hidden = false; });

  var rows = all('.findings > li').map(function (element) {
    return {
      element: element,
      unit: element.getAttribute('data-unit'),
      rule: element.getAttribute('data-rule'),
      severity: element.getAttribute('data-severity'),
      words: element.textContent.toLowerCase()
    };
  });
  var text = one('#by-text'), unit = one('#by-unit'), rule = one('#by-rule');
  var boxes = all('input[name=severity]');

  function narrow() {
    var words = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var severities = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    var shown = 0;
    rows.forEach(function (row) {
      var fits = (unit.value === '' || row.unit === unit.value) &&
        (rule.value === '' || row.rule === rule.value) &&
        severities.indexOf(row.severity) !== -1 &&
        words.every(function (word) { return row.words.indexOf(word) !== -1; });
      row.element.hidden = !fits;
      if (fits) shown++;
    });
    var told = one('#how-many');
    told.textContent = told.getAttribute('data-words').replace('{n}', shown).replace('{all}', rows.length);
    one('#nothing-left').hidden = shown > 0;
  }

  if (text) {
    [text, unit, rule].concat(boxes).forEach(function (field) {
      field.addEventListener('input', narrow);
      field.addEventListener('change', narrow);
    });
    one('.filter').addEventListener('submit', function (event) { event.preventDefault(); });
    all('a[data-unit]').forEach(function (link) {
      link.addEventListener('click', function () {
        text.value = '';
        rule.value = '';
        unit.value = link.getAttribute('data-unit');
        boxes.forEach(function (box) { box.checked = true; });
        narrow();
      });
    });
    narrow();
  }

  var only = one('#only-todo');
  if (only) only.addEventListener('change', function () {
    all('.matrix tbody tr').forEach(function (row) {
      row.hidden = only.checked && !row.hasAttribute('data-todo');
    });
  });

  var opener = null;
  function opened() {
    var panel = document.getElementById(location.hash.slice(1));
    var isPanel = panel !== null && panel.classList.contains('panel');
    document.documentElement.classList.toggle('covered', isPanel);
    if (isPanel) panel.querySelector('.sheet').focus({ preventScroll: true });
    else if (opener !== null) { opener.focus({ preventScroll: true }); opener = null; }
  }
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && !link.closest('.panel')) opener = link;
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && document.documentElement.classList.contains('covered')) location.hash = '#!';
  });
  window.addEventListener('hashchange', opened);
  opened();
})();
`;
