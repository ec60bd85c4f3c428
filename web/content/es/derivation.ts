import type { DerivationText } from '../schema.js';
import { common } from './common.js';

export const derivation: DerivationText['derivation'] = {
  intro:
    '¿De dónde sale la fórmula? De preguntar qué modelo hace más probables las etiquetas observadas. Tres pasos llevan hasta ella, y cada uno funciona con los números de abajo.',
  assumptionsTitle: 'Qué se supone',
  assumptions: {
    binary_labels: 'Cada etiqueta es 0 o 1.',
    independence: 'Dadas las predicciones, las etiquetas son independientes entre sí.',
    inner_probabilities: 'Cada probabilidad predicha está estrictamente entre 0 y 1.',
  },
  assumptionNumber: (n) => `Supuesto ${n}`,
  dropLegend: 'Desactiva uno y mira qué paso lo necesita',
  dropNothing: 'Ninguno',
  turnedOff: 'desactivado',
  notation:
    'El ejemplo *i* de *N* tiene la etiqueta *yᵢ* y la probabilidad predicha *p̂ᵢ*; *ℒ* es la verosimilitud y *J*, la pérdida media.',
  dataTitle: 'Un pequeño conjunto de datos, para que lo cambies',
  dataIntro: 'Cada fila es un ejemplo: lo que pasó y la probabilidad que se predijo para un 1.',
  columns: { row: 'Ejemplo', label: 'etiqueta `y`', probability: 'predicción `p`', remove: 'Quitar' },
  labelOf: (row) => `Etiqueta del ejemplo ${row}`,
  probabilityOf: (row) => `Probabilidad predicha del ejemplo ${row}`,
  removeRow: (row) => `Quitar el ejemplo ${row}`,
  add: 'Añadir un ejemplo',
  reset: 'Empezar de nuevo',
  restore: 'Recuperar la tabla anterior',
  pasteHint:
    '¿Tienes datos propios? Copia dos columnas, las etiquetas y las predicciones, y pégalas en cualquier campo. Ocupan el lugar de las filas.',
  pasted: {
    done: (rows) => `Filas pegadas: ${rows}. Ocuparon el lugar de la tabla anterior.`,
    cut: ({ rows, of }) => `De ${of} filas se tomaron las primeras ${rows}.`,
    nothing: 'En lo pegado no se encontró ningún número, así que la tabla sigue como estaba.',
    heading: 'La primera línea se tomó por encabezados.',
    swapped: 'Las etiquetas estaban en la segunda columna.',
    wide: 'Las columnas a partir de la tercera se dejaron fuera.',
  },
  full: (most) => `En esta tabla caben hasta ${most} ejemplos.`,
  noRows: 'Una media necesita al menos un ejemplo: añade una fila.',
  stale: 'Los números de abajo son los de la última tabla completa.',
  cell: {
    cell_empty: 'Este campo aún está vacío.',
    not_a_number: 'Esto no es un número que se pueda leer aquí.',
    label_not_binary: 'Una etiqueta es 0 o 1. Para una intermedia, desactiva el supuesto 1.',
    label_out_of_range: 'Una etiqueta suave está entre 0 y 1.',
    probability_not_finite: 'Una probabilidad es un número entre 0 y 1.',
    probability_out_of_range: 'Una probabilidad está entre 0 y 1.',
    probability_above_one: 'Una probabilidad está entre 0 y 1. Para el 85 % escribe 0,85.',
    probability_at_end:
      'La deducción necesita una probabilidad estrictamente entre 0 y 1. En 0 o 1 exactos, uno de los dos logaritmos sería ln 0, que no tiene valor. Para ver qué pasa, desactiva el supuesto 3.',
  },
  fault: ({ field, reason }) => `${field}: ${reason}`,
  steps: {
    likelihood: {
      title: 'Verosimilitud de las etiquetas',
      needs: {
        binary_labels:
          'Una etiqueta de 1 deja el factor de la probabilidad predicha; una etiqueta de 0, el factor de su complemento: los exponentes encienden uno de los dos.',
        independence: 'La independencia es lo que permite multiplicar los factores de los ejemplos.',
      },
      why: [],
    },
    log_likelihood: {
      title: 'Su logaritmo',
      needs: {
        inner_probabilities:
          'Con cada probabilidad estrictamente entre 0 y 1 ningún factor es 0, así que todos los logaritmos tienen valor.',
      },
      why: [
        'El logaritmo convierte el producto en una suma y los exponentes en factores. Es creciente, así que las mejores predicciones siguen siendo las mejores.',
        'Una suma de logaritmos se mantiene al alcance. Mil factores de un medio multiplicados dan cerca de {0.5^1000}; con 1100, a la aritmética corriente de un ordenador le queda un 0. Los logaritmos de 1100 de esos factores simplemente suman cerca de {1100 ln 0.5}.',
      ],
      check: 'El logaritmo del paso 1 es el mismo número:',
    },
    mean_loss: {
      title: 'Una pérdida que minimizar',
      needs: {},
      why: [
        'Cambia el signo, para que más probable signifique menor, y divide entre el número de ejemplos. La menor pérdida media es la mayor verosimilitud. Este paso no supone nada más.',
      ],
      check: '`-(1/N)` por el paso 2 es el mismo número:',
    },
  },
  stepNumber: (n) => `Paso ${n}`,
  walk: {
    name: 'Recorrer los pasos',
    previous: 'Anterior',
    next: 'Siguiente',
    all: 'Abrir todos',
    hint: 'Un paso a la vez, con estos botones o, desde un botón o un encabezado, con las flechas izquierda y derecha.',
    position: ({ n, of, title }) => `${n} de ${of}: ${title}`,
    whole: 'Tres pasos y el resultado',
    link: 'Copiar enlace',
    linked: 'El enlace está copiado.',
    linkFailed: 'No se pudo copiar el enlace; ahora está en la barra de direcciones.',
  },
  breach: {
    title: 'Qué se rompe aquí',
    broken: (step) => `Sin este supuesto, el paso ${step} ya no se cumple.`,
    idle: {
      binary_labels:
        'Da la casualidad de que cada etiqueta es 0 o 1, así que aún no se rompe nada. Da a un ejemplo la etiqueta 0,8.',
      independence:
        'Ahora las filas que dicen lo mismo cuentan como un ejemplo escrito dos veces. No hay dos así, de modo que aún no se rompe nada. Haz iguales dos filas.',
      inner_probabilities:
        'Da la casualidad de que ninguna predicción es exactamente 0 o 1, así que aún no se rompe nada. Haz que una de ellas sea 1.',
    },
    binary_labels: ({ instead, floor }) => [
      `Una etiqueta resulta ser 0 o 1, nunca algo intermedio. Así que el producto de arriba no es la probabilidad de ninguna serie de etiquetas. Si cada etiqueta se sorteara por su cuenta, un 1 con probabilidad *yᵢ*, la verosimilitud esperada sería ≈\u00a0${instead}.`,
      `Lo que viene después sigue siendo aritmética, con otro significado. El paso 2 es la log-verosimilitud esperada de esas etiquetas, y *J*, la entropía cruzada media. No puede bajar de la entropía media de las etiquetas, ≈\u00a0${floor}; con etiquetas de 0 y 1 esa cota es 0.`,
    ],
    independence: ({ rows, instead }) => [
      `Filas que repiten una anterior: ${rows}. Tómalas por el mismo ejemplo, escrito otra vez. Una vez conocida la primera, las otras son seguras, así que las etiquetas juntas tienen la probabilidad ≈\u00a0${instead}. El producto de arriba las cuenta de nuevo.`,
      'Los pasos de abajo siguen saliendo de ese producto, pero ya no es la verosimilitud, y *J* da más peso a un ejemplo cada vez que se repite.',
    ],
    wrong: ({ others }) => [
      `Una predicción es exactamente errónea: su factor es 0 y, con él, todo el producto.${others ? ` Los factores estrictamente entre 0 y 1 multiplicados dan ≈\u00a0${others}, y eso no cambia nada.` : ''}`,
      'ln 0 no tiene valor. Cuando un factor tiende a 0, su logaritmo tiende a −∞ y la pérdida, a ∞. Mientras esta predicción siga ahí, ninguna otra puede hacer finita la pérdida.',
    ],
    right: [
      'Aquí cada predicción de 0 o 1 es exactamente acertada: su factor es 1 y su pérdida, 0. Pero la suma de arriba, escrita por entero, contiene 0 por ln 0, y ln 0 no tiene valor. Solo la convención de que ese producto es 0, el límite de `p ln p` cuando *p* tiende a 0, mantiene entera la fórmula.',
      'Si uno de esos resultados hubiera sido el contrario, la pérdida sería infinita.',
    ],
  },
  forYourData: 'Con tus datos',
  limit: 'El paso anterior lleva al mismo límite:',
  agrees: 'igual',
  differs: 'distinto',
  underflowed:
    'Este producto es menor de lo que la aritmética corriente de un ordenador puede guardar con todas sus cifras. La suma del paso 2 no tiene ese problema: una buena razón para tomar el logaritmo.',
  uncompared: 'Aquí el paso 1 se ha redondeado y ha perdido cifras; la suma sale directamente de las filas.',
  resultTitle: 'El resultado',
  result: 'La entropía cruzada binaria de un conjunto de datos es la pérdida media:',
  single: 'Con un solo ejemplo, `N = 1`, la media es la pérdida de ese ejemplo:',
  source:
    'Fuente: el temario habitual de aprendizaje automático; Bishop, Pattern Recognition and Machine Learning, sección 4.3.2; Goodfellow, Bengio y Courville, Deep Learning, sección 5.5.',
  announce: ({ meanLoss, rows }) => `La pérdida media es ahora de ${meanLoss} nats; número de ejemplos: ${rows}.`,
  announceInfinite: 'La pérdida media es ahora infinita.',
};

/** What <bce-derivation> says where it stands alone. */
export default { ...common, derivation } satisfies DerivationText;
