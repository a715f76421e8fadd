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
