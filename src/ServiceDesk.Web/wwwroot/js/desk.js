// Single keys for staff (data-key), and j/k/o/x in lists (data-row). Outside fields only; every key has a visible control.
const typing = target => target.closest('input, textarea, select, [contenteditable]') !== null;
const rows = () => [...document.querySelectorAll('[data-row]')];

const move = step => {
  const list = rows();
  if (list.length === 0) return;
  const at = list.indexOf(document.activeElement);
  list[Math.min(Math.max(at + step, 0), list.length - 1)].focus();
};

const keys = {
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement?.matches('[data-row]') && document.activeElement.click(),
  x: () => document.activeElement?.closest('tr')?.querySelector('input[type=checkbox]')?.click(),
};

document.addEventListener('keydown', event => {
  if (event.ctrlKey && event.key === 'Enter') {
    const form = event.target.closest('form[data-ctrl-enter]');
    if (form) form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
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
for (const line of document.querySelectorAll('[data-keys]')) line.hidden = false;

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
