/** Gives each piece of code in the guide a button that copies it. Its words are the page's. */
import { copyText } from '../elements/copy-link.js';

const { copy = '', copied = '', copyFailed = '' } = document.body.dataset;
const said = document.querySelector<HTMLElement>('#said');

for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = copy;
  // Which of them it is, to who does not see what it stands on.
  button.setAttribute('aria-label', `${copy}: ${figure.querySelector('figcaption')?.textContent ?? ''}`);
  button.addEventListener('click', async () => {
    const done = await copyText(figure.querySelector('code')?.textContent ?? '');
    button.textContent = done ? copied : copy;
    if (!said) return;
    // Said again where it is pressed again.
    said.textContent = '';
    requestAnimationFrame(() => (said.textContent = done ? copied : copyFailed));
    setTimeout(() => (button.textContent = copy), 2_000);
  });
  figure.append(button);
}
