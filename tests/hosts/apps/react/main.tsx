import { createRoot } from 'react-dom/client';
import 'binary-cross-entropy';
import { App } from './app.js';

const place = document.querySelector('#app');
if (place) createRoot(place).render(<App />);
