/**
 * Before anything of the app is painted: the colours that were chosen, and the place that the address leads to with no
 * other in sight. A plain script in the head, so it is small; bce-study.js takes over from it.
 */
import { addressFrom } from '../state/places.js';
import { THEME_KEY, themeFrom } from '../state/settings.js';

const { documentElement } = document;
try {
  documentElement.dataset['theme'] = themeFrom(localStorage.getItem(THEME_KEY));
} catch {
  // Nothing is kept here.
}

const sheet = new CSSStyleSheet();
function show(): void {
  const address = addressFrom(location.hash);
  const place = typeof address === 'object' ? address.place : '';
  sheet.replaceSync(`main > [data-place]:not([data-place='${place}']) { display: none }`);
}
show();
document.adoptedStyleSheets.push(sheet);
// Where the app never comes, its places can still be read.
addEventListener('hashchange', show);
