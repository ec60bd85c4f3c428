import { hydrateRoot } from 'react-dom/client';
import { Served } from './served.js';

const place = document.querySelector('#app');
if (place) hydrateRoot(place, <Served />);
