import type { CommonText } from '../schema.js';

export const common: CommonText = {
  locale: 'en',
  direction: 'ltr',
  title: 'Binary Cross\u2011Entropy Loss',
  wideFormula: 'Wide formula, scrolls sideways',
  infinity: 'infinity',
  minusInfinity: 'minus infinity',
};
