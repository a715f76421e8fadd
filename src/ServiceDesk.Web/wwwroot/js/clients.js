// Finds clients while one types: <input data-clients="url" data-clients-list="id of ul" data-clients-status="id">.
// Without this file the button beside the field looks them up and the page shows what was found, with everything typed kept.
const pause = 150;
const enough = text => (text.match(/[\p{L}\p{Nd}]/gu) ?? []).length >= 2;

function combobox(input) {
  const list = document.getElementById(input.dataset.clientsList);
  const status = document.getElementById(input.dataset.clientsStatus);
  const form = input.form;
  let [timer, turn, active] = [0, 0, -1];

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-haspopup', 'listbox');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const options = () => [...list.querySelectorAll('[role=option]')];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = at => {
    const all = options();
    if (all.length === 0) return;
    active = (at + all.length) % all.length;
    for (const [place, option] of all.entries()) option.setAttribute('aria-selected', String(place === active));
    input.setAttribute('aria-activedescendant', all[active].id);
    all[active].scrollIntoView({ block: 'nearest' });
  };

  const look = async () => {
    const mine = ++turn;
    if (!enough(input.value)) {
      close();
      status.textContent = '';
      return;
    }
    const asked = new FormData();
    asked.append('q', input.value);
    asked.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    if (input.dataset.clientsNew) asked.append('offersNew', 'true');
    try {
      const answer = await fetch(input.dataset.clients, { method: 'POST', body: asked, headers: { 'HX-Request': 'true' } });
      if (mine !== turn || !answer.ok || answer.redirected) return;
      list.innerHTML = await answer.text();
      active = -1;
      list.hidden = options().length === 0;
      input.setAttribute('aria-expanded', String(!list.hidden));
      input.removeAttribute('aria-activedescendant');
      status.textContent = list.querySelector('[data-status]')?.dataset.status ?? '';
    } catch {
      // No connection: the button still looks clients up.
    }
  };

  const choose = option => {
    close();
    if (option.dataset.href) location.assign(option.dataset.href);
    else input.dispatchEvent(new CustomEvent('client', { bubbles: true, detail: { id: option.dataset.client ?? null } }));
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  input.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const open = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) mark(active < 0 && event.key === 'ArrowUp' ? -1 : active + (event.key === 'ArrowDown' ? 1 : -1));
      else look();
    } else if (event.key === 'Enter') {
      // Enter in this field finds; it never sends the form.
      event.preventDefault();
      if (open && active >= 0) {
        choose(options()[active]);
      } else {
        clearTimeout(timer);
        look();
      }
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      close();
    }
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
}

// What was chosen goes into the form: the parts of the page that know of the client are made anew by the server, with everything typed.
async function refresh(form, address, focus) {
  const typed = new FormData(form);
  for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
  try {
    const answer = await fetch(address, { method: 'POST', body: typed, headers: { 'HX-Request': 'true' } });
    if (!answer.ok || answer.redirected) throw new Error();
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of fresh.querySelectorAll('[data-client-part]')) document.getElementById(part.id)?.replaceWith(document.adoptNode(part));
    start(form);
    document.getElementById(focus)?.focus();
    form.dispatchEvent(new Event('input', { bubbles: true }));
  } catch {
    // The server shows the whole page then, with everything typed.
    form.noValidate = true;
    form.action = address;
    form.submit();
  }
}

function start(root) {
  for (const input of root.querySelectorAll('[data-clients]')) {
    if (!input.hasAttribute('role')) combobox(input);
  }
  for (const button of root.querySelectorAll('[data-clients-button]')) button.hidden = true;
}

start(document);

for (const form of document.querySelectorAll('form[data-client-parts]')) {
  form.addEventListener('client', event => {
    const { id } = event.detail;
    refresh(form, id ? `${form.dataset.clientParts}&step=Choose&client=${id}` : `${form.dataset.clientParts}&step=New`, id ? 'client-chosen' : 'Input_Name');
  });
  form.addEventListener('click', event => {
    const button = event.target.closest('button[data-client-step]');
    if (!button) return;
    event.preventDefault();
    refresh(form, button.formAction, button.dataset.clientStep);
  });
}

// On a page of its own, what is chosen is sent at once: <form data-client-sends>
for (const form of document.querySelectorAll('form[data-client-sends]')) {
  form.addEventListener('client', event => {
    form.elements.client.value = event.detail.id;
    form.requestSubmit(form.querySelector('[data-attach]'));
  });
}
