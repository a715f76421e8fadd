// The QR code carries number and key behind "#", where no server sees them: into the fields, and out of the address.
const [number, key] = location.hash.slice(1).split('/');
const fields = { number: document.getElementById('Input_Number'), key: document.getElementById('Input_Key') };
if (number && key && fields.number && fields.key) {
  try {
    fields.number.value = decodeURIComponent(number);
    fields.key.value = decodeURIComponent(key);
    fields.key.form.querySelector('button').focus();
  } catch {
    // A mangled address fills nothing.
  }
  history.replaceState(null, '', location.pathname);
}
