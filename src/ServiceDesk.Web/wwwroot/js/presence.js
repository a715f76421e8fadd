// Who else has this case open: a sign of life every 15 seconds while the page is seen, more often the moment somebody begins to write.
// Without this file the page shows who was there when it was loaded.
const line = document.querySelector('[data-presence]');

if (line) {
  const every = 15000;
  const soonest = 4000;
  const address = line.dataset.presence;
  let wrote = false;
  let last = 0;
  let timer = 0;
  let gone = false;

  const body = () => {
    const signs = new FormData();
    signs.set('__RequestVerificationToken', document.querySelector('input[name=__RequestVerificationToken]')?.value ?? '');
    signs.set('writing', wrote);
    return signs;
  };

  const beat = async () => {
    clearTimeout(timer);
    if (gone || document.hidden) return;
    const signs = body();
    wrote = false;
    last = Date.now();
    try {
      const answer = await fetch(address, { method: 'POST', body: signs, headers: { 'HX-Request': 'true' } });
      // Signed out, or the case went to somebody else: the page itself will say so.
      if (answer.redirected || answer.status === 401 || answer.status === 403 || answer.status === 404) { gone = true; return; }
      const said = answer.ok ? (await answer.text()).trim() : null;
      // Nothing new is not told again: screen readers hear changes only.
      if (said !== null && said !== line.innerHTML.trim()) line.innerHTML = said;
    } catch {
      // No connection; the next sign may get through.
    }
    timer = setTimeout(beat, every);
  };

  document.addEventListener('input', event => {
    if (!event.target.closest('.comp textarea')) return;
    const first = !wrote;
    wrote = true;
    if (first && Date.now() - last > soonest) beat();
    else if (first) { clearTimeout(timer); timer = setTimeout(beat, soonest); }
  });

  document.addEventListener('visibilitychange', () => { if (!document.hidden) beat(); });
  window.addEventListener('pagehide', () => navigator.sendBeacon(`${address}?handler=Leave`, body()));
  window.addEventListener('pageshow', event => { if (event.persisted) beat(); });
  timer = setTimeout(beat, 1000);
}
