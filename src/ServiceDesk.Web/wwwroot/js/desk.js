// Single keys for staff (data-key), and j/k/o/x/r/s/i in lists (data-row). Outside fields only; every key has a visible control,
// and who does not want them switches them off (body data-single-keys="off").
const off = document.body.dataset.singleKeys === 'off';
const typing = target => target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;
const rows = () => [...document.querySelectorAll('[data-row]')];
const current = () => document.activeElement?.closest('tr')?.querySelector('[data-row]') ?? null;
const boxOf = row => row?.closest('tr')?.querySelector('input[type=checkbox]');
let lastTicked = null;

const move = step => {
  const list = rows();
  const at = list.indexOf(current());
  list[Math.min(Math.max(at + step, 0), list.length - 1)]?.focus();
};

const tick = () => {
  const row = current();
  boxOf(row)?.click();
  if (boxOf(row)) lastTicked = row;
};

// From the row ticked last up to this one, all as that one is.
const tickRange = () => {
  const [list, row] = [rows(), current()];
  if (!boxOf(row)) return;
  const from = list.includes(lastTicked) ? list.indexOf(lastTicked) : list.indexOf(row);
  const wanted = lastTicked ? boxOf(lastTicked).checked : true;
  const [low, high] = [from, list.indexOf(row)].sort((one, other) => one - other);
  for (const each of list.slice(low, high + 1)) if (boxOf(each) && boxOf(each).checked !== wanted) boxOf(each).click();
  lastTicked = row;
};

const write = what => {
  const row = current();
  if (!row) return;
  const to = new URL(row.href);
  to.searchParams.set('w', what);
  to.hash = 'write';
  location.assign(to);
};

const keys = {
  j: () => move(1),
  k: () => move(-1),
  o: () => current()?.click(),
  x: tick,
  X: tickRange,
  r: () => write('reply'),
  s: () => write('interim'),
  i: () => write('note'),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey && event.key === 'Enter') {
    const form = event.target.closest('form[data-ctrl-enter]');
    if (form) form.requestSubmit();
    return;
  }
  if (off || event.ctrlKey || event.altKey || event.metaKey || typing(event.target) || document.querySelector('dialog[open]')) return;
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (control) {
    event.preventDefault();
    if (control.matches('input, textarea')) control.focus();
    else control.click();
  } else if (rows().length > 0 && keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});

// The list of keys stands only where keys work.
for (const line of document.querySelectorAll('[data-keys]')) line.hidden = off;

// Back in the list, the case one comes from is at hand.
if (location.hash.startsWith('#c-')) document.getElementById(location.hash.slice(1))?.focus();

// A page shown over this one: <a href="/desk/keys" data-dialog="keys">. Without scripts it is a page like any other.
for (const link of document.querySelectorAll('[data-dialog]')) {
  link.addEventListener('click', async event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const answer = await fetch(link.href, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok || answer.redirected) {
      location.assign(link.href);
      return;
    }
    const dialog = document.createElement('dialog');
    dialog.className = 'sheet-dialog';
    dialog.setAttribute('aria-label', link.textContent.replace('?', '').trim() || link.dataset.dialog);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'btn btn-line';
    close.autofocus = true;
    close.textContent = document.body.dataset.closeWord;
    close.addEventListener('click', () => dialog.close());
    dialog.innerHTML = await answer.text();
    dialog.append(close);
    dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

// Filters folded away: one open at a time, closed by Escape and by a press elsewhere.
const folds = [...document.querySelectorAll('details[data-fold]')];
for (const fold of folds) {
  fold.addEventListener('toggle', () => { if (fold.open) for (const other of folds) if (other !== fold) other.open = false; });
  fold.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !fold.open) return;
    fold.open = false;
    fold.querySelector('summary').focus();
  });
  document.addEventListener('click', event => { if (!fold.contains(event.target)) fold.open = false; });
}

// What is empty stays out of the address: <form method="get" data-short>
for (const form of document.querySelectorAll('form[data-short]')) {
  form.addEventListener('submit', () => { for (const field of form.elements) if (field.name && field.value === '') field.disabled = true; });
  window.addEventListener('pageshow', () => { for (const field of form.elements) field.disabled = false; });
}

// Rows ticked for a step on many: the bar below says how many, and stands only while there are some.
const bar = document.querySelector('[data-bulk-bar]');
if (bar) {
  const boxes = [...document.querySelectorAll('.worklist tbody input[type=checkbox]')];
  const [count, all, every] = [bar.querySelector('[data-bulk-count]'), bar.querySelector('[data-bulk-all]'), document.querySelector('[data-tick-all]')];
  const clear = bar.querySelector('[data-bulk-clear]');
  const show = () => {
    const ticked = boxes.filter(box => box.checked);
    for (const box of boxes) box.closest('tr').classList.toggle('sel', box.checked);
    count.textContent = count.dataset.bulkCount.replace('{0}', ticked.length);
    bar.hidden = ticked.length === 0 && !all?.checked;
    every.checked = ticked.length === boxes.length;
    every.indeterminate = ticked.length > 0 && !every.checked;
  };
  every.hidden = count.hidden = clear.hidden = false;
  every.addEventListener('change', () => { for (const box of boxes) box.checked = every.checked; show(); });
  clear.addEventListener('click', event => {
    event.preventDefault();
    for (const box of boxes) box.checked = false;
    if (all) all.checked = false;
    show();
  });
  for (const box of [...boxes, all]) box?.addEventListener('change', show);
  window.addEventListener('pageshow', show);
  show();
}

// A run on many cases goes on by itself while its page stands open.
for (const form of document.querySelectorAll('form[data-go-on]')) setTimeout(() => form.requestSubmit(), 300);

// What a date means, while it is chosen: <input type="date" data-day="url" data-day-into="id">
for (const field of document.querySelectorAll('[data-day]')) {
  field.addEventListener('change', async () => {
    const into = document.getElementById(field.dataset.dayInto);
    if (!into) return;
    const answer = field.value ? await fetch(`${field.dataset.day}&on=${encodeURIComponent(field.value)}`, { headers: { 'HX-Request': 'true' } }) : null;
    into.innerHTML = answer?.ok ? await answer.text() : '';
  });
}

// The answer date, counted anew when what it depends on changes: <form data-preview="url" data-preview-into="id"> … <select data-recount>
for (const form of document.querySelectorAll('form[data-preview]')) {
  const into = document.getElementById(form.dataset.previewInto);
  for (const button of form.querySelectorAll('[data-recount-button]')) button.hidden = true;
  for (const field of form.querySelectorAll('[data-recount]')) {
    field.addEventListener('change', async () => {
      const typed = new FormData(form);
      for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
      const answer = await fetch(form.dataset.preview, { method: 'POST', body: typed, headers: { 'HX-Request': 'true' } });
      if (answer.ok) into.innerHTML = await answer.text();
    });
  }
}

// A menu that opens by itself (details) closes with Escape, on a click elsewhere and when the focus leaves it.
for (const menu of document.querySelectorAll('details[data-menu]')) {
  const button = menu.querySelector('summary');
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    button.focus();
  });
  menu.addEventListener('focusout', event => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  document.addEventListener('click', event => { if (!menu.contains(event.target)) menu.open = false; });
}

// On a phone the filters would fill the first screen: they wait behind their heading there. Without scripts they stand open.
const phone = matchMedia('(max-width: 699px)');
for (const fold of document.querySelectorAll('details[data-fold-on-phone]')) {
  const fit = () => { fold.open = !phone.matches; };
  fit();
  phone.addEventListener('change', fit);
}
