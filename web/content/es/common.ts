import type { CommonText } from '../schema.js';

export const common: CommonText = {
  locale: 'es',
  direction: 'ltr',
  title: 'Entropía cruzada binaria',
  wideFormula: 'Fórmula ancha; se desplaza hacia los lados',
  infinity: 'infinito',
  minusInfinity: 'menos infinito',
};
