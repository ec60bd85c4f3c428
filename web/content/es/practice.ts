import type { PracticeText } from '../schema.js';
import { common } from './common.js';

export const practice: PracticeText['practice'] = {
  problem:
    'Un modelo de diagnóstico da a un paciente una probabilidad de {p} de tener una enfermedad. El paciente la tiene, así que `y` es {y}.',
  ask: 'Calcula `L`.',
  field: 'Tu respuesta para L',
  policy:
    'Un número con al menos tres cifras significativas, bien redondeado (cortado también vale), con coma o con punto; o una forma exacta como ln(2)/3. Más cifras también valen si son correctas; log significa ln.',
  check: 'Comprobar',
  symbols: 'Símbolos para insertar',
  symbol: {
    ln: 'logaritmo natural',
    minus: 'menos',
    over: 'dividido entre',
    open: 'abrir paréntesis',
    close: 'cerrar paréntesis',
    root: 'raíz cuadrada',
  },
  hints: [
    'Pon la etiqueta en los dos factores de la fórmula, `y` y `1 - y`. ¿Cuánto vale cada uno?',
    'Con `y = 1` el factor `1 - y` es cero, así que solo queda `-ln p`.',
  ],
  hint: (nth) => `Pista ${nth}`,
  hintCost: { free: '(gratis)', costs: '(cuenta como un intento)' },
  attempts: (count) => (count === 1 ? '1 intento usado.' : `${count} intentos usados.`),
  readAs: 'Leído como',
  naturalLog: 'Sin base, log se lee como el logaritmo natural, ln.',
  typed: 'Has escrito',
  units: { nats: 'nats', bits: 'bits', hartleys: 'hartleys' },
  solution: ({ p, loss }) => `L = -ln ${p} ≈ ${loss}`,
  verdicts: {
    empty: 'Escribe primero tu respuesta: un número o una forma con ln.',
    right: '*Correcto.* {solution}.',
    truncated: '*Correcto*, aunque cortado: redondear la última cifra daría un valor más próximo. {solution}.',
    near: '*Muy cerca.* El método parece bueno; las últimas cifras no. Vuelve a hacer la cuenta y redondea una sola vez, al final.',
    imprecise: '*Vas bien, pero es poco preciso para saberlo.* Da al menos tres cifras significativas.',
    indistinct:
      '*No es lo bastante preciso para saberlo.* Con estas cifras, la pérdida y un error frecuente parecen lo mismo. Da una o dos cifras más.',
    unequal: '*Los dos lados no son iguales.* Comprueba cada uno.',
    infinite: '*Eso es infinito.* Solo cuesta tanto dar por imposible lo que pasó.',
    wrong:
      '*Todavía no es el valor.* ¿Qué probabilidad recibió lo que pasó, `p` o `1 - p`? La pérdida es menos su logaritmo natural.',
    needs_numbers: 'Ahí quedan letras. Pon en su lugar los números del problema.',
    undefined:
      'Eso no tiene valor: un logaritmo necesita algo positivo, una raíz nada negativo, y entre cero no se puede dividir.',
    other_letter: 'El problema pide `L`, sola en su lado.',
  },
  otherUnit: {
    bits: '*Correcto en bits.* Aquí se pide en nats: con ln en lugar del logaritmo en base 2.',
    hartleys: '*Correcto en hartleys.* Aquí se pide en nats: con ln en lugar del logaritmo en base 10.',
  },
  turns: {
    base_ten:
      '*Cerca: es otro logaritmo.* Ese es en base 10, que cuenta en hartleys. La pérdida usa el logaritmo natural, ln.',
    base_two:
      '*Cerca: es otra unidad.* Ahí el logaritmo es en base 2, que cuenta en bits. Aquí se pide en nats, con ln.',
    lost_minus:
      '*Cuidado con el signo.* El logaritmo de un número estrictamente entre 0 y 1 es negativo; el menos de delante hace positiva la pérdida.',
    other_term: '*Es el otro término.* Es el de la otra etiqueta. ¿Qué factor es cero aquí: `y` o `1 - y`?',
    percentage: '*Se ha colado un porcentaje.* La fórmula pide `p` como un decimal entre 0 y 1.',
    squared_error: '*Ese es el error cuadrático*, otra pérdida. La entropía cruzada toma un logaritmo.',
    absolute_error:
      '*Esa es la distancia entre `y` y `p`.* La entropía cruzada toma, en cambio, un logaritmo de la probabilidad.',
    probability: '*Esa es la propia `p`.* La pérdida es lo que cuesta `p`: falta un paso.',
    complement:
      '*Esa es `1 - p`*, la probabilidad del resultado 0. La pérdida es menos el logaritmo de la probabilidad dada a lo que pasó.',
    hundredfold: '*Cien veces la pérdida.* ¿Falta un signo de porcentaje?',
    misplaced_point: '*Las cifras son correctas; su lugar, no.* Mira la coma decimal, o un signo de porcentaje.',
    halved:
      '*La mitad de la pérdida.* Los dos términos se suman, no se promedian: hay un solo ejemplo, así que no se divide entre nada.',
    both_terms:
      '*Quedaron enteros los dos términos.* Los factores `y` y `1 - y` son interruptores: para una etiqueta de 0 o de 1, uno de ellos apaga su término.',
    entropy:
      '*Eso lleva a la entropía de `p`.* Los factores que van delante de los logaritmos son `y` y `1 - y`, lo que de verdad pasó, no `p` y `1 - p`.',
    own_weight:
      '*El logaritmo se multiplicó por su propia probabilidad.* El factor que va delante es el de la etiqueta, no el de la predicción.',
    logit:
      '*Ahí se tomó `p` por un logit.* Ya es una probabilidad: la sigmoide ya se ha aplicado, así que toma directamente el logaritmo.',
    slope:
      '*Esa es la pendiente dL/dp*, lo deprisa que cambia la pérdida con `p`. La pregunta es por la pérdida misma.',
    slope_in_logit:
      '*Esa es `p - y`, la pendiente de la pérdida según el logit.* La pregunta es por la pérdida misma, que toma un logaritmo.',
    mislabelled: '*El número es correcto; la unidad, no.* Con ln, la pérdida se cuenta en nats.',
  },
  unreadable: {
    empty: () => 'Escribe primero tu respuesta: un número o una forma con ln.',
    too_long: () => 'Tiene más de 200 caracteres. Una forma más corta de la respuesta sí se puede leer.',
    too_deep: () => 'Hay demasiados paréntesis unos dentro de otros. Una forma más sencilla sí se puede leer.',
    unknown_character: ({ piece }) => `El carácter «${piece}» no significa nada aquí.`,
    unknown_word: ({ piece }) =>
      `«${piece}» no se puede leer aquí. Palabras que sí: ln, log, exp, sqrt y, al final, una unidad.`,
    malformed_number: ({ piece }) =>
      `«${piece}» no es un número entero ni un decimal. Basta con un punto o una coma decimal.`,
    number_too_large: ({ piece }) => `«${piece}» es demasiado grande para leerlo aquí.`,
    missing_operand: ({ before }) =>
      `Falta algo ${before ? `después de «${before}»` : 'al principio'}: un número o un paréntesis.`,
    missing_bracket: ({ piece, nth }) => `El paréntesis «${piece}», en el carácter ${nth}, sigue abierto.`,
    unexpected_bracket: ({ piece, nth }) => `El paréntesis «${piece}», en el carácter ${nth}, no cierra nada.`,
    second_equals: ({ nth }) => `El carácter ${nth} es un segundo signo igual. Basta con uno.`,
    ambiguous_mark: ({ piece }) =>
      `«${piece}» se puede leer de dos maneras: con decimales o con un signo entre los millares. Escribe los decimales con coma y los millares sin signo.`,
  },
  more: 'La solución completa, línea por línea, está en el recorrido interactivo de la edición de estudio.',
  studyLink: 'Abrir el recorrido',
};

/** What <bce-practice> says where it stands alone. */
export default { ...common, practice } satisfies PracticeText;
