// Prepared texts of documents, faster: put in where the cursor is, shown on their paper while one writes. Without this file the same buttons do it.

for (const button of document.querySelectorAll('[data-block]')) {
  const field = button.form.elements[button.value];
  let visited = false;
  field.addEventListener('focus', () => { visited = true; });
  button.addEventListener('click', async event => {
    if (button.dataset.plain) return;
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set('handler', 'Block');
    const data = new FormData(button.form);
    data.set('Insert', button.value);
    const answer = await fetch(address, { method: 'POST', body: data, headers: { 'HX-Request': 'true' }, redirect: 'manual' }).catch(() => null);
    if (!answer?.ok) {
      // Signed out or gone: the page says so.
      button.dataset.plain = 'yes';
      button.click();
      return;
    }
    const text = await answer.text();
    const [from, to] = visited ? [field.selectionStart, field.selectionEnd] : [field.value.length, field.value.length];
    const before = field.value.slice(0, from);
    const gap = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : from === to && /\S$/.test(before) ? '\n\n' : '';
    field.focus();
    field.setRangeText(gap + text, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    button.closest('.block-slot').querySelector('[data-said]').textContent = button.dataset.done;
  });
}

// The paper follows the text. A new frame each time, so that "back" leaves the page at once.
const show = document.querySelector('[data-paper]');
if (show) {
  let [timer, count] = [0, 0];
  const form = show.form;
  const draw = () => {
    const place = document.querySelector('.sheet-frame');
    const fresh = place.firstElementChild.cloneNode(false);
    fresh.removeAttribute('src');
    fresh.name = show.formTarget = `paper-${++count}`;
    fresh.classList.add('loading');
    fresh.addEventListener('load', () => {
      // The paper is a world of its own: only the blank page before it tells where it is.
      try { if (fresh.contentWindow.location.href === 'about:blank') return; } catch { /* loaded */ }
      while (place.firstElementChild !== fresh) place.firstElementChild.remove();
      fresh.classList.remove('loading');
    });
    place.append(fresh);
    form.requestSubmit(show);
  };
  form.addEventListener('input', event => {
    if (!['Input.Body', 'Input.Spot', 'Input.Language'].includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(draw, 600);
  });
}
