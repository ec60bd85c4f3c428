import type { GraphText } from '../schema.js';
import { common } from './common.js';

export const graph: GraphText['graph'] = {
  figure: 'The loss L against the prediction: curves and a point',
  labelLegend: 'What really happened',
  happened: 'It happened',
  didNotHappen: 'It did not happen',
  softLabel: 'Label y, from 0 to 1',
  softValue: (y) => `label ${y}`,
  axisLegend: 'Horizontal axis',
  axes: {
    probability: { name: 'probability', short: '`p`', label: 'predicted probability `p`' },
    logit: { name: 'logit', short: '`z`', label: 'logit `z`, where `p = 1/(1 + e^(-z))`' },
  },
  yAxis: { nats: 'loss `L`, in nats', bits: 'loss `L`, in bits' },
  slider: { probability: 'Predicted probability p', logit: 'Logit z' },
  keys: {
    probability:
      'Arrow keys move p by 0.01, with Shift by 0.1, with Alt by 0.001; near an end a press goes ten times closer, with Shift still closer. Home and End go to 0 and 1.',
    logit:
      'Arrow keys move z by 0.1, with Shift by 1, with Alt by 0.01. Home and End go to the ends, where p is 0 and 1.',
  },
  entry: {
    label: 'Type a probability p',
    errors: {
      entry_empty: 'Type a number between 0 and 1.',
      not_a_number: 'This cannot be read as a number. Try 0.85, 85% or 17/20.',
      not_a_probability: 'A probability lies between 0 and 1. For 85% write 0.85 or 85%.',
    },
  },
  readings: {
    probability: 'probability',
    logit: 'logit',
    loss: 'loss',
    slope: 'slope in p',
    slopeInLogit: 'slope in z',
    split: 'loss as entropy plus divergence',
  },
  symbols: { slope: 'dL/dp', slopeInLogit: 'dL/dz', entropy: 'H(y)', divergence: 'KL(y ‖ p)' },
  units: { nats: 'nats', bits: 'bits' },
  unitLegend: 'Unit of the loss',
  marks: {
    crossing: (loss) => `both cost ${loss} at p = ½`,
    lowest: (height) => `least at p = y: ${height}`,
  },
  overlayLegend: 'Show beside it',
  overlays: {
    tangent: 'Tangent',
    squared_error: 'Squared error',
    classification_error: 'Classification error',
    libraries: 'What libraries report',
  },
  sound: 'Sound',
  libraries: { pytorch: 'PyTorch', keras: 'Keras', scikit_learn: 'scikit-learn' },
  comparison: {
    caption: 'The same point, scored by other losses',
    columns: { loss: 'Loss', value: 'Value', slope: 'Slope in z' },
    crossEntropy: 'Cross-entropy',
    note: 'Training by gradient descent follows the slope in z. That of cross-entropy, in nats, is `p - y`: largest where the model is sure and wrong. That of the squared error, here half of `(p - y)^2`, dies out there. The classification error, with the threshold at one half, is flat on either side of it: its slope is zero, so it says nothing about which way to go.',
  },
  reported: {
    caption: 'What libraries report in place of the loss',
    columns: { library: 'Library', value: 'Loss', slope: 'Slope in p' },
    truth: 'Exact value',
    note: 'Each library keeps the number finite in its own way, and close enough to an end its slope is no longer the true one. (scikit-learn only measures; its slope here is that of the number it reports.) Along the logit axis Keras and scikit-learn can be seen to leave the curve; PyTorch’s limit lies beyond the picture.',
  },
  table: {
    summary: 'The curve as a table',
    caption: (y) => `Loss for the label ${y}`,
    p: '`p`',
    loss: '`L`',
  },
  take: {
    link: 'Copy a link to this state',
    linked: 'The link is copied.',
    linkFailed: 'The link could not be copied; it is now in the address bar.',
    svg: 'Save as SVG',
    png: 'Save as PNG',
    file: 'log-loss',
  },
  sentence: ({ y, p, loss, unit, trend }) =>
    `The label is ${y} and p is ${p}: the loss is ${loss} ${unit} and ${trend}.`,
  sentenceSoft: ({ y, p, loss, entropy, divergence, unit, trend }) =>
    `The label is ${y} and p is ${p}: the loss is ${loss} ${unit}, of which ${entropy} is the entropy of the label and ${divergence} the price of p; it ${trend}.`,
  sentenceInfinite: ({ y, p }) =>
    y === '0' || y === '1'
      ? `The label is ${y} and p is exactly ${p}: the truth was called impossible, and the loss is infinite.`
      : `The label is ${y} and p is exactly ${p}: something that can happen was called impossible, and the loss is infinite.`,
  sentenceZero: ({ y, p }) =>
    `The label is ${y} and p is exactly ${p}: the truth was called certain, and the loss is 0.`,
  trends: {
    flat: 'is at its lowest here',
    gently_up: 'rises gently to the right',
    clearly_up: 'rises to the right',
    steeply_up: 'rises steeply to the right',
    gently_down: 'falls gently to the right',
    clearly_down: 'falls to the right',
    steeply_down: 'falls steeply to the right',
  },
  valueText: {
    probability: ({ at, loss }) => `p ${at}, loss ${loss}`,
    logit: ({ at, loss }) => `z ${at}, loss ${loss}`,
  },
};

/** What <bce-graph> says where it stands alone. */
export default { ...common, graph } satisfies GraphText;
