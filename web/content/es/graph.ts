import type { GraphText } from '../schema.js';
import { common } from './common.js';

export const graph: GraphText['graph'] = {
  figure: 'La pérdida L según la predicción: curvas y un punto',
  labelLegend: 'Lo que pasó de verdad',
  happened: 'Ocurrió',
  didNotHappen: 'No ocurrió',
  softLabel: 'Etiqueta y, de 0 a 1',
  softValue: (y) => `etiqueta ${y}`,
  axisLegend: 'Eje horizontal',
  axes: {
    probability: { name: 'probabilidad', short: '`p`', label: 'probabilidad predicha `p`' },
    logit: { name: 'logit', short: '`z`', label: 'logit `z`, donde `p = 1/(1 + e^(-z))`' },
  },
  yAxis: { nats: 'pérdida `L`, en nats', bits: 'pérdida `L`, en bits' },
  slider: { probability: 'Probabilidad predicha p', logit: 'Logit z' },
  keys: {
    probability:
      'Las flechas mueven p de 0,01 en 0,01; con Mayús, de 0,1 en 0,1; con Alt, de 0,001 en 0,001; cerca de un extremo, cada pulsación lo acerca diez veces más, y con Mayús, todavía más. Inicio y Fin llevan a 0 y a 1.',
    logit:
      'Las flechas mueven z de 0,1 en 0,1; con Mayús, de 1 en 1; con Alt, de 0,01 en 0,01. Inicio y Fin llevan a los extremos, donde p es 0 y 1.',
  },
  entry: {
    label: 'Escribe una probabilidad p',
    errors: {
      entry_empty: 'Escribe un número entre 0 y 1.',
      not_a_number: 'Esto no se puede leer como un número. Prueba con 0,85, con 85 % o con 17/20.',
      not_a_probability: 'Una probabilidad está entre 0 y 1. Para el 85 % escribe 0,85 u 85 %.',
    },
  },
  readings: {
    probability: 'probabilidad',
    logit: 'logit',
    loss: 'pérdida',
    slope: 'pendiente en p',
    slopeInLogit: 'pendiente en z',
    split: 'la pérdida como entropía más divergencia',
  },
  symbols: { slope: 'dL/dp', slopeInLogit: 'dL/dz', entropy: 'H(y)', divergence: 'KL(y ‖ p)' },
  units: { nats: 'nats', bits: 'bits' },
  unitLegend: 'Unidad de la pérdida',
  marks: {
    crossing: (loss) => `ambas cuestan ${loss} en p = ½`,
    lowest: (height) => `mínima en p = y: ${height}`,
  },
  overlayLegend: 'Mostrar además',
  overlays: {
    tangent: 'Tangente',
    squared_error: 'Error cuadrático',
    classification_error: 'Error de clasificación',
    libraries: 'Lo que dan las bibliotecas',
  },
  sound: 'Sonido',
  libraries: { pytorch: 'PyTorch', keras: 'Keras', scikit_learn: 'scikit-learn' },
  comparison: {
    caption: 'El mismo punto, según otras pérdidas',
    columns: { loss: 'Pérdida', value: 'Valor', slope: 'Pendiente en z' },
    crossEntropy: 'Entropía cruzada',
    note: 'El entrenamiento por descenso de gradiente sigue la pendiente en z. La de la entropía cruzada, en nats, es `p - y`: es mayor donde el modelo está seguro y se equivoca. La del error cuadrático, aquí la mitad de `(p - y)^2`, se apaga en ese mismo lugar. El error de clasificación, con el umbral en un medio, es llano a ambos lados: su pendiente es cero, así que no dice hacia dónde ir.',
  },
  reported: {
    caption: 'Lo que dan las bibliotecas en lugar de la pérdida',
    columns: { library: 'Biblioteca', value: 'Pérdida', slope: 'Pendiente en p' },
    truth: 'Valor exacto',
    note: 'Cada biblioteca mantiene finito el número a su manera y, lo bastante cerca de un extremo, su pendiente deja de ser la verdadera. (scikit-learn solo mide; su pendiente aquí es la del número que da.) A lo largo del eje del logit se ve cómo Keras y scikit-learn se apartan de la curva; el límite de PyTorch queda fuera de la imagen.',
  },
  table: {
    summary: 'La curva como tabla',
    caption: (y) => `Pérdida para la etiqueta ${y}`,
    p: '`p`',
    loss: '`L`',
  },
  take: {
    link: 'Copiar un enlace a este estado',
    linked: 'El enlace está copiado.',
    linkFailed: 'No se pudo copiar el enlace; ahora está en la barra de direcciones.',
    svg: 'Guardar como SVG',
    png: 'Guardar como PNG',
    file: 'entropia-cruzada',
  },
  sentence: ({ y, p, loss, unit, trend }) =>
    `La etiqueta es ${y} y p es ${p}: la pérdida es de ${loss} ${unit} y ${trend}.`,
  sentenceSoft: ({ y, p, loss, entropy, divergence, unit, trend }) =>
    `La etiqueta es ${y} y p es ${p}: la pérdida es de ${loss} ${unit}, de los que ${entropy} son la entropía de la etiqueta y ${divergence} el precio de p; ${trend}.`,
  sentenceInfinite: ({ y, p }) =>
    y === '0' || y === '1'
      ? `La etiqueta es ${y} y p es exactamente ${p}: se dio por imposible lo que pasó, y la pérdida es infinita.`
      : `La etiqueta es ${y} y p es exactamente ${p}: se dio por imposible algo que puede pasar, y la pérdida es infinita.`,
  sentenceZero: ({ y, p }) =>
    `La etiqueta es ${y} y p es exactamente ${p}: se dio por seguro lo que pasó, y la pérdida es 0.`,
  trends: {
    flat: 'está aquí en su punto más bajo',
    gently_up: 'sube suavemente hacia la derecha',
    clearly_up: 'sube hacia la derecha',
    steeply_up: 'sube con fuerza hacia la derecha',
    gently_down: 'baja suavemente hacia la derecha',
    clearly_down: 'baja hacia la derecha',
    steeply_down: 'baja con fuerza hacia la derecha',
  },
  valueText: {
    probability: ({ at, loss }) => `p ${at}, pérdida ${loss}`,
    logit: ({ at, loss }) => `z ${at}, pérdida ${loss}`,
  },
};

/** What <bce-graph> says where it stands alone. */
export default { ...common, graph } satisfies GraphText;
