// Passkeys: the only part of signing in that needs scripts. Everything else works without this file.

const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential.parseCreationOptionsFromJSON;

const ask = async (form, address) => {
  const answer = await fetch(address, { method: 'POST', body: new FormData(form) });
  if (answer.status === 422) throw new Refused(await answer.text());
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

class Refused extends Error {}

const fail = (form, error) => {
  const line = form.querySelector('[role=alert]');
  line.textContent = error instanceof Refused ? error.message : form.dataset.failed;
  line.hidden = false;
};

const hand = (form, credential) => {
  form.elements.namedItem('Credential').value = JSON.stringify(credential);
  form.submit();
};

// Signing in: the browser offers its passkeys while the address is typed, and on the button.
const signIn = document.querySelector('form[data-form=passkey][data-passkey]');
if (signIn && able) {
  signIn.hidden = false;
  let offer = new AbortController();
  const get = async options => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await ask(signIn, signIn.dataset.passkey));
    return navigator.credentials.get({ publicKey, ...options });
  };
  if (await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    get({ mediation: 'conditional', signal: offer.signal }).then(credential => credential && hand(signIn, credential), () => {});
  }
  signIn.addEventListener('submit', async event => {
    event.preventDefault();
    offer.abort();
    offer = new AbortController();
    try {
      hand(signIn, await get({}));
    } catch (error) {
      fail(signIn, error);
    }
  });
}

// Adding one to the own account: the password is checked before the browser is asked.
const add = document.querySelector('form[data-form=add-passkey]');
if (add && able) {
  add.hidden = false;
  const note = document.querySelector('[data-without-passkeys]');
  if (note) note.hidden = true;
  add.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await ask(add, add.dataset.offer));
      const credential = await navigator.credentials.create({ publicKey });
      add.elements.namedItem('Password').value = '';
      hand(add, credential);
    } catch (error) {
      fail(add, error);
    }
  });
}
