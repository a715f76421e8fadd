// Enhancements of a survey: every question is on the page without this file, and the server drops what was not to be asked.

// A question that depends on another shows when the other is answered so: <fieldset data-if="q3" data-if-marks="2,3">
const conditional = [...document.querySelectorAll('[data-if^="q"]')];
const tell = () => {
  for (const question of conditional) {
    const marks = question.dataset.ifMarks.split(',');
    const source = document.getElementsByName(question.dataset.if);
    const asked = [...source].some(input => input.checked && marks.includes(input.value)) && !source[0]?.closest('[data-if^="q"]')?.hidden;
    question.hidden = !asked;
    question.querySelector('.survey-if')?.setAttribute('hidden', '');
  }
};
if (conditional.length > 0) {
  document.addEventListener('change', tell);
  tell();
}

// A kiosk left alone for a minute and a half begins anew.
const kiosk = document.querySelector('[data-kiosk^="/"]');
if (kiosk) {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => location.replace(kiosk.dataset.kiosk), 90_000);
  };
  for (const sign of ['pointerdown', 'keydown', 'input', 'scroll']) document.addEventListener(sign, wait, { passive: true });
  wait();
}

const full = document.querySelector('[data-fullscreen]');
if (full && document.documentElement.requestFullscreen) {
  full.hidden = false;
  full.addEventListener('click', () => document.documentElement.requestFullscreen().then(() => { full.hidden = true; }));
}
