/* Grids: the library is asked for only where a page has one, once it is near. */
(function () {
  'use strict';
  var NEAR = '600px';
  var MOST_TICKED = 4;
  var library = null;
  var made = new WeakMap();

  /** Load the library once; the promise is kept for every grid. */
  function load() {
    if (library) return library;
    library = new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = document.querySelector('meta[name="pb-grid"]').content;
      script.onload = function () { done(window.agGrid); };
      script.onerror = function () { library = null; script.remove(); failed(new Error('library')); };
      document.head.appendChild(script);
    });
    return library;
  }

  /** Our own colours, which follow the theme because they are variables. */
  function theme(ag) {
    return ag.themeQuartz.withParams({
      fontFamily: 'var(--pb-sans)', fontSize: 15, headerFontSize: 14, headerFontWeight: 600,
      backgroundColor: 'var(--pb-paper)', foregroundColor: 'var(--pb-ink)', textColor: 'var(--pb-ink)',
      headerBackgroundColor: 'var(--pb-paper)', headerTextColor: 'var(--pb-ink)',
      borderColor: 'var(--pb-line)', chromeBackgroundColor: 'var(--pb-surface)',
      rowHoverColor: 'var(--pb-surface)', selectedRowBackgroundColor: 'var(--pb-surface)', accentColor: 'var(--pb-accent)',
      oddRowBackgroundColor: 'var(--pb-paper)', menuBackgroundColor: 'var(--pb-paper)', menuTextColor: 'var(--pb-ink)',
      inputBackgroundColor: 'var(--pb-paper)', inputTextColor: 'var(--pb-ink)', inputBorder: { color: 'var(--pb-line-strong)' },
      inputPlaceholderTextColor: 'var(--pb-ink-2)', checkboxUncheckedBorderColor: 'var(--pb-line-strong)',
      checkboxCheckedShapeColor: 'var(--pb-paper)', checkboxCheckedBackgroundColor: 'var(--pb-accent)',
      browserColorScheme: 'inherit', borderRadius: 2, wrapperBorderRadius: 0, wrapperBorder: false, iconSize: 16,
      headerColumnResizeHandleColor: 'var(--pb-line)', focusShadow: 'none', spacing: 8
    });
  }

  /** A number as the tables print it: comma thousands, a true minus, no trailing zeros; or the row's words for one that is missing. */
  function number(value, missing) {
    if (value === null || value === undefined) return missing;
    return Number(value).toLocaleString('en-GB', { maximumFractionDigits: 3 }).replace('-', '−');
  }

  /** The link of a row to its own page. */
  function link(cell) {
    var a = document.createElement('a');
    a.href = cell.data.address;
    a.textContent = cell.value;
    a.tabIndex = -1;
    return a;
  }

  /** Follow the link of a cell, where it has one. */
  function follow(a) { if (a) a.click(); }

  /** The grid's way to say one of our columns. */
  function column(item) {
    var numeric = item.kind === 'money' || item.kind === 'number';
    var given = {
      field: item.field, colId: item.field, headerName: item.head, hide: !item.shown, sortable: true, resizable: true,
      minWidth: numeric ? 130 : 120, flex: item.wide ? 2 : 1,
      filter: numeric ? 'agNumberColumnFilter' : 'agTextColumnFilter', tooltipField: numeric ? undefined : item.field,
      wrapHeaderText: true, autoHeaderHeight: true
    };
    if (numeric) {
      given.type = 'rightAligned';
      given.valueFormatter = function (cell) { return cell.data ? number(cell.value, cell.data.missing) : ''; };
    }
    if (item.kind === 'text') { given.wrapText = true; given.autoHeight = true; }
    if (item.wide) given.minWidth = 180;
    if (item.kind === 'link') { given.cellRenderer = link; given.minWidth = 110; }
    if (item.kind === 'text') given.valueFormatter = function (cell) { return cell.value === null ? 'not printed' : cell.value; };
    return given;
  }

  /** An element with attributes and children. */
  function make(name, attributes, children) {
    var el = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { el.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { el.append(child); });
    return el;
  }

  /** The quick filter: a labelled field. */
  function quickFilter(id, use) {
    var field = make('input', { type: 'search', class: 'form-control', id: id + '-filter' });
    field.addEventListener('input', function () { use(field.value); });
    return make('div', { class: 'pb-lever' }, [make('label', { for: field.id }, ['Show rows that hold']), field]);
  }

  /** The choice of columns: a labelled box for each, in a closed part. */
  function columnChoice(id, columns, use) {
    var boxes = columns.map(function (item) {
      var box = make('input', { type: 'checkbox', class: 'form-check-input', id: id + '-show-' + item.field });
      box.checked = item.shown;
      box.addEventListener('change', function () { use(item.field, box.checked); });
      return make('div', { class: 'form-check' }, [box, make('label', { class: 'form-check-label', for: box.id }, [item.head])]);
    });
    var set = make('fieldset', {}, [make('legend', { class: 'visually-hidden' }, ['Columns'])].concat(boxes));
    return make('details', { class: 'pb-more pb-grid-columns' }, [make('summary', {}, ['Choose columns']), set]);
  }

  /** Where the ticked rows lead: side by side. */
  function sayTicked(place, api) {
    var names = api.getSelectedRows().map(function (row) { return row.option_id; });
    place.textContent = '';
    if (!names.length) place.textContent = 'Tick up to four rows with the space bar or a click to compare them.';
    else if (names.length > MOST_TICKED) place.textContent = names.length + ' rows are ticked; ' + MOST_TICKED + ' at most can be compared.';
    else place.append(make('a', { href: compareAddress(api.getSelectedRows()[0].address, names) }, ['Compare ' + names.length + ' side by side']));
  }

  /** The address of a comparison, with the programme of the rows. */
  function compareAddress(address, names) {
    var url = new URL(address, location.href);
    url.searchParams.delete('option');
    url.searchParams.set('compare', names.join('.'));
    return url.pathname + url.search;
  }

  /** Say in place of the grid that it could not be had; the table below has the same rows. */
  function fail(el) {
    el.textContent = '';
    el.append(make('p', { class: 'pb-state err', role: 'alert' }, ['The grid could not be fetched. The same rows are in the table below.']));
  }

  /** Put a grid in its place. */
  function build(el) {
    var address = el.getAttribute('data-pb-grid');
    var columns = JSON.parse(el.getAttribute('data-pb-grid-columns'));
    el.setAttribute('aria-busy', 'true');
    return Promise.all([load(), fetch(address).then(function (answer) {
      return answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)));
    })]).then(function (got) {
      if (el.isConnected) put(el, got[0], columns, got[1].figures);
    }).catch(function () { fail(el); }).then(function () { el.removeAttribute('aria-busy'); });
  }

  /** Make the controls and the grid. */
  function put(el, ag, columns, rows) {
    var ticked = make('p', { class: 'pb-grid-ticked', role: 'status' });
    var region = make('div', { class: 'pb-grid-body', role: 'region', 'aria-label': el.getAttribute('data-pb-grid-label') });
    var api = ag.createGrid(region, {
      theme: theme(ag), columnDefs: columns.map(column), rowData: rows, domLayout: 'normal',
      ensureDomOrder: true, suppressColumnVirtualisation: true, suppressRowVirtualisation: true,
      animateRows: false, enableCellTextSelection: true,
      rowSelection: { mode: 'multiRow', headerCheckbox: false, enableClickSelection: false },
      selectionColumnDef: { headerName: 'Compare', width: 104, suppressHeaderMenuButton: true },
      getRowId: function (row) { return row.data.option_id; },
      onSelectionChanged: function (event) { sayTicked(ticked, event.api); },
      // One stop for Tab, arrows within: with Tab through every cell a keyboard would be hours in here.
      tabToNextCell: function () { return false; }, tabToNextHeader: function () { return false; },
      onCellKeyDown: function (event) {
        if (event.event.key === 'Enter') follow(event.event.target.querySelector('a'));
      },
      onGridReady: function (event) { sayTicked(ticked, event.api); },
      overlayNoRowsTemplate: '<span>No row holds that.</span>'
    });
    el.textContent = '';
    el.append(
      make('div', { class: 'pb-grid-tools' }, [
        quickFilter(el.id, function (text) { api.setGridOption('quickFilterText', text); }),
        columnChoice(el.id, columns, function (field, shown) { api.setColumnsVisible([field], shown); })
      ]),
      make('p', { class: 'pb-hint' }, ['Arrow keys move in the grid. Enter sorts a column or opens a record; Ctrl and Enter filters a column.']),
      ticked, region
    );
  }

  var near = window.IntersectionObserver && new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      near.unobserve(entry.target);
      build(entry.target);
    });
  }, { rootMargin: NEAR });

  /** Watch every grid that is not looked after yet; a phone reads the stacked table instead. */
  function look() {
    document.querySelectorAll('[data-pb-grid]').forEach(function (el) {
      if (made.has(el)) return;
      made.set(el, true);
      near.observe(el);
    });
  }

  function start() {
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  }

  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
