// The composer of a case: drafts kept while one types, prepared texts by their short code. Without this file the same buttons do it.
const store = (() => { try { return window.sessionStorage; } catch { return null; } })();

for (const bar of document.querySelectorAll('[data-draft]')) keepDraft(bar.closest('form'), bar);
for (const place of document.querySelectorAll('[data-insert]')) offerTexts(place.closest('form'), place);

// Enter in a one-line field of a letter neither sends nor inserts.
for (const field of document.querySelectorAll('[data-no-enter]'))
  field.addEventListener('keydown', event => { if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault(); });

function keepDraft(form, bar) {
  const address = bar.dataset.draft;
  const memory = `draft ${bar.dataset.person} ${address}`;
  const status = bar.querySelector('[data-saved]');
  const alert = form.querySelector('[data-alert]');
  const version = form.elements['Input.DraftVersion'];
  const fileField = form.elements['Input.Files'];
  const tab = form.closest('.comp')?.querySelector('.tabs');
  let [changed, saving, stopped, timer, lastSave, sending] = [false, null, false, 0, 0, false];
  bar.querySelector('[data-save-draft]').hidden = true;
  if (tab) tab.append(status);

  const fields = () => [...form.elements].filter(e => e.name?.startsWith('Input.') && e.type !== 'file' && !['Input.Kept', 'Input.Removed', 'Input.Insert'].includes(e.name));
  const typed = () => Object.fromEntries(fields().filter(e => e.type !== 'checkbox' || e.checked).filter(e => !['Input.Token', 'Input.Version', 'Input.SeenAt'].includes(e.name)).map(e => [e.name, e.value]));
  const hasText = () => form.querySelector('[data-body]').value.trim() !== '';
  const say = text => { if (status.textContent !== text) status.textContent = text; };
  const remember = () => { if (hasText()) store?.setItem(memory, JSON.stringify(typed())); };
  const forget = () => store?.removeItem(memory);
  const warn = words => {
    if (alert.dataset.words === words) return;
    alert.dataset.words = words;
    alert.replaceChildren(form.querySelector(`template[data-words="${words}"]`).content.cloneNode(true));
  };
  const calm = () => { delete alert.dataset.words; alert.replaceChildren(); };

  const body = (withFiles, overwrite) => {
    const data = new FormData(form);
    if (!withFiles) data.delete('Input.Files');
    data.delete('Input.Insert');
    if (overwrite) data.set('Input.Overwrite', 'true');
    return data;
  };

  const takeFiles = answer => {
    const [there, here] = [answer.querySelector('[data-files]'), form.querySelector('[data-files]')];
    if (!there || !here) return;
    here.replaceChildren(...there.childNodes);
    if (fileField) fileField.value = '';
  };

  const settle = (answer, withFiles) => {
    if (answer.dataset.fate === 'Saved' || answer.dataset.fate === 'Empty') {
      version.value = answer.dataset.version ?? '';
      say(answer.dataset.fate === 'Saved' ? answer.dataset.text : '');
      calm();
      forget();
      if (withFiles) takeFiles(answer);
      if (!changed) form.dispatchEvent(new CustomEvent('kept'));
      return;
    }
    // Kept nowhere silently: the writer decides.
    stopped = true;
    remember();
    const notice = answer.querySelector('[data-conflict]');
    alert.dataset.words = 'conflict';
    alert.replaceChildren(...notice.childNodes);
    alert.querySelector('[data-overwrite]')?.addEventListener('click', () => { stopped = false; save({ overwrite: true }); });
    alert.querySelector('[data-reload]')?.addEventListener('click', event => { event.preventDefault(); forget(); form.dispatchEvent(new CustomEvent('kept')); location.assign(event.currentTarget.href); });
    say('');
  };

  async function save({ withFiles = false, overwrite = false, leaving = false } = {}) {
    clearTimeout(timer);
    if (stopped || sending) return;
    if (saving && !leaving) {
      await saving;
      if (stopped || sending || !(changed || withFiles)) return;
    }
    changed = false;
    lastSave = Date.now();
    const asking = fetch(address, { method: 'POST', body: body(withFiles, overwrite), headers: { 'HX-Request': 'true' }, keepalive: leaving, redirect: 'manual' });
    saving = asking.then(async response => {
      if (response.status === 401) {
        remember();
        changed = true;
        warn('signed-out');
        return;
      }
      if (!response.ok) throw new Error(response.status);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      settle(page.body.firstElementChild, withFiles);
    }).catch(() => {
      if (leaving) return;
      remember();
      changed = true;
      warn('offline');
      later(10_000);
    }).finally(() => { saving = null; });
    await saving;
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  const note = event => {
    if (event.target === fileField || event.target.name === 'Input.Insert' || event.target.closest('[role=combobox]')) return;
    changed = true;
    if (alert.dataset.words === 'signed-out') remember();
    // Two seconds after the last key, and at least every five while somebody types without a pause.
    later(Date.now() - lastSave > 5000 && lastSave > 0 ? 300 : 2000);
  };
  form.addEventListener('input', note);
  form.addEventListener('change', event => {
    if (event.target === fileField) { if (fileField.files.length > 0) save({ withFiles: true }); }
    else if (event.target.name === 'Input.Removed') save({ withFiles: true });
    else note(event);
  });
  form.addEventListener('focusout', event => { if (changed && !form.contains(event.relatedTarget)) save(); });
  const leave = () => {
    if (!changed || sending || stopped) return;
    remember();
    save({ leaving: true });
  };
  document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); else if (changed) save(); });
  window.addEventListener('pagehide', leave);
  window.addEventListener('focus', () => { if (alert.dataset.words === 'signed-out') save(); });
  form.addEventListener('submit', event => {
    clearTimeout(timer);
    if (event.defaultPrevented) return;
    // What is being sent stays in this tab until an answer comes: the session may have ended.
    sending = true;
    remember();
  });
  window.addEventListener('pageshow', event => { if (event.persisted) sending = false; });

  // Words this tab kept when the server could not.
  const kept = JSON.parse(store?.getItem(memory) ?? 'null');
  const failed = document.getElementById('errors') !== null;
  if (kept && !failed) {
    const now = typed();
    const same = (kept['Input.Text'] ?? '').trim() === (now['Input.Text'] ?? '').trim();
    const sent = document.querySelector('.notice-ok') !== null && !hasText();
    if (same || sent) {
      forget();
    } else {
      for (const field of fields()) {
        if (field.name in kept && field.type !== 'hidden' && field.type !== 'checkbox' && field.type !== 'radio') field.value = kept[field.name];
      }
      if ('Input.DraftVersion' in kept) version.value = kept['Input.DraftVersion'];
      warn('recovered');
      changed = true;
      later(1000);
    }
  } else if (failed) {
    // Typed text that came back with an error is not kept yet.
    changed = hasText();
    if (changed) later(1000);
  }
}

function offerTexts(form, place) {
  const select = place.querySelector('select');
  const button = place.querySelector('button');
  const draft = form.querySelector('[data-draft]');
  const areas = [...form.querySelectorAll('textarea[data-codes]')];
  const bodyField = form.querySelector('textarea[data-body]');
  const texts = [...select.options].map(o => ({ id: o.value, name: o.text, code: o.dataset.code, group: o.parentElement.label }));
  const known = new Map();
  let target = bodyField;

  const fold = word => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const matching = words => {
    const wanted = fold(words.replace(/^::/, ''));
    return texts.filter(t => wanted === '' || t.code?.startsWith(wanted) || fold(t.name).includes(wanted))
      .sort((a, b) => (b.code === wanted) - (a.code === wanted));
  };
  const fetchText = async id => {
    if (!known.has(id)) {
      const response = await fetch(`${draft.dataset.draft}&handler=Text&text=${id}`, { headers: { 'HX-Request': 'true' } });
      if (!response.ok) return null;
      known.set(id, await response.json());
    }
    return known.get(id);
  };
  const tell = words => { live.textContent = words; };
  const typedIn = field => field.dispatchEvent(new Event('input', { bubbles: true }));

  async function insert(choice, field, from, to) {
    const text = await fetchText(choice.id);
    if (!text) return;
    const wasEmpty = bodyField.value.slice(0, field === bodyField ? from : undefined).trim() === '' && bodyField.value.slice(field === bodyField ? to : 0).trim() === '';
    const into = text.sort === 'Template' ? bodyField : field;
    if (into !== field) [from, to] = [into.value.length, into.value.length];
    const before = into.value.slice(0, from);
    // A paragraph stands apart; in the middle of a line it goes on where the cursor is.
    const apart = text.sort === 'Template' || (from === to && /\S$/.test(before));
    const gap = apart && before.trim() !== '' && !before.endsWith('\n\n') ? '\n\n' : '';
    into.focus();
    into.setRangeText(gap + text.body, from, to, 'end');
    typedIn(into);
    if (text.sort === 'Template' && wasEmpty) {
      for (const [name, value] of [['Input.Salutation', text.salutation], ['Input.NextSteps', text.nextSteps]]) {
        const other = form.elements[name];
        if (value && other && other.value === other.defaultValue) { other.value = value; typedIn(other); }
      }
    }
    tell(place.dataset.inserted.replace('{0}', choice.name));
  }

  const live = document.createElement('span');
  live.className = 'vh';
  live.setAttribute('role', 'status');
  place.append(live);

  // The select becomes a field one can type into, with the list under it (combobox with list autocomplete).
  const field = document.createElement('input');
  Object.assign(field, { type: 'text', id: select.id, className: 'form-control', autocomplete: 'off', placeholder: '' });
  const box = document.createElement('ul');
  box.id = 'insert-list';
  box.className = 'suggestions';
  box.hidden = true;
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', place.querySelector('label').textContent);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', box.id], ['aria-haspopup', 'listbox']]) field.setAttribute(name, value);
  const hint = document.createElement('p');
  hint.className = 'form-text';
  hint.id = 'insert-hint';
  hint.textContent = place.dataset.hint;
  field.setAttribute('aria-describedby', hint.id);
  select.removeAttribute('id');
  select.hidden = true;
  select.disabled = true;
  button.hidden = true;
  select.before(field);
  place.querySelector('.insert-row').after(hint);
  document.body.append(box);

  let [open, active, owner, done] = [[], -1, null, null];
  const close = () => {
    box.hidden = true;
    open = [];
    active = -1;
    owner?.removeAttribute('aria-activedescendant');
    if (owner === field) field.setAttribute('aria-expanded', 'false');
    else { owner?.removeAttribute('aria-autocomplete'); owner?.removeAttribute('aria-controls'); }
    owner = null;
  };
  const mark = at => {
    active = at;
    [...box.querySelectorAll('[role=option]')].forEach((o, i) => {
      o.setAttribute('aria-selected', i === at ? 'true' : 'false');
      if (i === at) { o.scrollIntoView({ block: 'nearest' }); owner.setAttribute('aria-activedescendant', o.id); }
    });
    if (at < 0) owner.removeAttribute('aria-activedescendant');
  };
  const show = (who, words, choose, first) => {
    open = matching(words);
    if (owner && owner !== who) close();
    [owner, done] = [who, choose];
    open = matching(words);
    box.replaceChildren();
    let group = null;
    open.forEach((text, i) => {
      if (text.group !== group) {
        group = text.group;
        const head = document.createElement('li');
        head.className = 'group';
        head.setAttribute('role', 'presentation');
        head.textContent = group;
        box.append(head);
      }
      const item = document.createElement('li');
      item.id = `insert-${i}`;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.textContent = text.name;
      item.addEventListener('pointerdown', event => { event.preventDefault(); pick(i); });
      box.append(item);
    });
    const place_ = who.getBoundingClientRect();
    box.hidden = open.length === 0;
    box.style.left = `${place_.left + window.scrollX}px`;
    box.style.top = `${place_.bottom + window.scrollY + 2}px`;
    box.style.width = `${Math.min(place_.width, 560)}px`;
    if (who === field) field.setAttribute('aria-expanded', String(open.length > 0));
    else { who.setAttribute('aria-autocomplete', 'list'); who.setAttribute('aria-controls', box.id); }
    tell(open.length === 0 ? place.dataset.none : place.dataset.count.replace('{0}', open.length));
    mark(first && open.length > 0 ? 0 : -1);
  };
  const pick = at => {
    const [choice, choose] = [open[at], done];
    close();
    if (choice) choose(choice);
  };
  const steer = event => {
    if (box.hidden || event.currentTarget !== owner) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark((active + (event.key === 'ArrowDown' ? 1 : -1) + open.length) % open.length);
      return true;
    }
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); close(); return true; }
    if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0 && !event.ctrlKey) {
      if (event.key === 'Enter') event.preventDefault();
      pick(active);
      return true;
    }
    return false;
  };

  for (const area of areas) area.addEventListener('focus', () => { target = area; });
  const chosen = choice => { field.value = ''; return insert(choice, target, target.selectionStart, target.selectionEnd); };
  field.addEventListener('input', () => show(field, field.value, chosen, field.value !== ''));
  field.addEventListener('focus', () => show(field, field.value, chosen, false));
  field.addEventListener('click', () => { if (box.hidden) show(field, field.value, chosen, false); });
  field.addEventListener('keydown', event => {
    if (steer(event)) return;
    if (event.key === 'ArrowDown' && box.hidden) { event.preventDefault(); show(field, field.value, chosen, true); }
    if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault();
  });
  field.addEventListener('blur', () => { if (owner === field) close(); });

  // A code in the text: the word after two colons before the cursor.
  const codeAt = area => /(?:^|\s)::([a-z0-9-]*)$/.exec(area.value.slice(0, area.selectionStart));
  for (const area of areas) {
    area.addEventListener('input', event => {
      const code = codeAt(area);
      if (!code) {
        if (owner === area) close();
        return;
      }
      if (event.isTrusted === false && owner !== area) return;
      show(area, code[1], choice => {
        const now = codeAt(area);
        const from = now ? area.selectionStart - now[1].length - 2 : area.selectionStart;
        return insert(choice, area, from, area.selectionStart);
      }, code[1] !== '');
    });
    area.addEventListener('keydown', event => {
      const code = event.key === ' ' || event.key === 'Enter' ? codeAt(area) : null;
      const exact = code && texts.find(t => t.code && t.code === code[1]);
      if (exact && !event.ctrlKey && (event.key === ' ' || active <= 0)) {
        event.preventDefault();
        close();
        const from = area.selectionStart - code[1].length - 2;
        insert(exact, area, from, area.selectionStart);
        return;
      }
      steer(event);
    });
    area.addEventListener('blur', () => { if (owner === area) close(); });
  }
}
