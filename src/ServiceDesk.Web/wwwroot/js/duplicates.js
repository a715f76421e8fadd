// Cases that may be the same, looked for when a field that tells is left: <form data-alike="url" data-alike-into="id"> … <input data-like>
// Without this file the server shows them once when the form is sent.
for (const form of document.querySelectorAll('form[data-alike]')) {
  const into = document.getElementById(form.dataset.alikeInto);
  let asked = 0;
  // Fields may be made anew while the page stands open, so the form listens for them.
  form.addEventListener('change', async event => {
    if (!event.target.matches('[data-like]')) return;
    const typed = new FormData(form);
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
    const turn = ++asked;
    try {
      const answer = await fetch(form.dataset.alike, { method: 'POST', body: typed, headers: { 'HX-Request': 'true' } });
      if (!answer.ok || answer.redirected || turn !== asked) return;
      const declined = new Set([...into.querySelectorAll('[name="Input.NotDuplicateOf"]:checked')].map(box => box.value));
      into.innerHTML = await answer.text();
      for (const box of into.querySelectorAll('[name="Input.NotDuplicateOf"]')) box.checked = declined.has(box.value);
    } catch {
      // No connection; the server looks again when the form is sent.
    }
  });
}
