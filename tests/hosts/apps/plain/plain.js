const place = document.querySelector('#place');
const parts = [...place.children];
const heard = document.querySelector('#heard');

// They bubble.
place.addEventListener('bce-change', ({ p }) => (heard.value = `change ${p}`));
place.addEventListener('bce-answer', ({ verdict }) => (heard.value = `answer ${verdict}`));
place.addEventListener('bce-step', ({ rows }) => (heard.value = `step ${rows}`));

document.querySelector('#set').addEventListener('click', () => (place.querySelector('bce-graph').p = 0.2));
document.querySelector('#toggle').addEventListener('click', () => {
  if (place.firstElementChild) place.replaceChildren();
  else place.append(...parts.map((part) => part.cloneNode()));
});
