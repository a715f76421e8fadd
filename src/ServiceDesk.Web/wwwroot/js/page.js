// Enhancements only: every page works without this file.

// What went wrong takes the focus.
document.getElementById('errors')?.focus();

// Characters left: <textarea data-counter="id-of-paragraph" maxlength="4000">, the paragraph holds the sentence with {0}.
for (const field of document.querySelectorAll('[data-counter]')) {
  const line = document.getElementById(field.dataset.counter);
  const limit = Number(field.dataset.limit || field.maxLength);
  if (!line || !(limit > 0)) continue;
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  const form = count => { const name = plurals.select(count); return 'left' + name[0].toUpperCase() + name.slice(1); };
  const show = () => {
    const left = limit - field.value.length;
    line.hidden = left > limit / 5;
    line.textContent = left < 0 ? line.dataset.over : (line.dataset[form(left)] || line.dataset.leftOther || line.dataset.left).replace('{0}', left);
    line.classList.toggle('over', left < 0);
  };
  field.addEventListener('input', show);
  show();
}

// Leaving with unsaved text: the browser's own question. <form data-unsaved>
for (const form of document.querySelectorAll('form[data-unsaved]')) {
  let dirty = document.getElementById('errors') !== null;
  form.addEventListener('input', () => { dirty = true; });
  form.addEventListener('submit', event => { if (!event.submitter?.formTarget) dirty = false; });
  // Another form may keep the same text: <form data-keeps>
  document.addEventListener('submit', event => { if (event.target.matches('[data-keeps]')) dirty = false; });
  form.addEventListener('kept', () => { dirty = false; }); // composer.js: the draft holds it
  window.addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
}

// One press sends once: <form data-once>
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', event => {
    if (event.submitter?.formTarget) return; // shown in a frame of the page
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => { delete form.dataset.sent; });
}

// Print buttons exist only where they can work: <button type="button" data-print hidden>
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// An area that scrolls sideways can be reached by keyboard, and only then.
const reach = new ResizeObserver(areas => {
  for (const { target } of areas) {
    if (target.scrollWidth <= target.clientWidth) {
      target.removeAttribute('tabindex');
      continue;
    }
    target.tabIndex = 0;
    const caption = target.querySelector('caption');
    if (caption) {
      target.setAttribute('role', 'group');
      target.setAttribute('aria-label', caption.textContent.trim());
    }
  }
});
for (const area of document.querySelectorAll('.scroll')) reach.observe(area);

// A menu opened by details closes on Escape and on a press elsewhere.
for (const menu of document.querySelectorAll('details.person')) {
  document.addEventListener('click', event => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

// How hard a new password is to guess, in words: <input data-strength="id-of-paragraph">
for (const field of document.querySelectorAll('[data-strength]')) {
  const line = document.getElementById(field.dataset.strength);
  const show = () => {
    const { length } = field.value;
    const variety = new Set(field.value).size;
    line.hidden = length === 0;
    line.textContent = length < 12 ? line.dataset.short : variety < 7 ? line.dataset.weak : length < 16 ? line.dataset.good : line.dataset.strong;
    line.classList.toggle('over', length < 12 || variety < 7);
  };
  field.addEventListener('input', show);
}
