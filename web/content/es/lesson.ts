import type { LessonText } from '../schema.js';
import { common } from './common.js';
import { derivation } from './derivation.js';
import { graph } from './graph.js';
import { practice } from './practice.js';

export default {
  ...common,
  graph,
  practice,
  derivation,

  subtitle: 'Una función de pérdida para clasificar',
  alsoKnownAs: 'también llamada *pérdida logarítmica* o *log loss*',
  staticNotice: {
    noScript:
      'Los scripts están desactivados, así que la gráfica y los ejercicios no se mueven. Todo lo demás se puede leer aquí.',
    waiting:
      'Las partes que se mueven aún no han llegado. Si no llegan, vuelve a cargar la página para intentarlo de nuevo; mientras tanto se puede leer todo lo demás.',
  },
  study: {
    notice:
      'La explicación, la gráfica, un problema de práctica y la deducción son de uso libre aquí. Las soluciones paso a paso, los recorridos avanzados y las herramientas de estudio que guardan tu progreso están en la aplicación de estudio.',
    link: 'Abrir la aplicación de estudio',
  },
  contents: 'En esta lección',
  headings: {
    overview: 'Qué mide',
    'when-to-use': 'Cuándo usarla',
    'why-it-matters': 'Por qué importa',
    symbols: 'Los símbolos',
    derivation: 'Dedúcela: de la verosimilitud a la pérdida',
    graph: 'Mírala: la gráfica de la pérdida',
    behaviour: 'Por qué se comporta así',
    'study-cues': 'Claves de estudio',
    practice: 'Pruébalo: un problema',
    applications: 'Dónde aparece',
    tips: 'Estudia mejor',
    mistakes: 'Trampas que conviene evitar',
    questions: 'Preguntas frecuentes',
    sources: 'Fuentes',
  },

  sections: {
    overview: [
      'Un modelo mira un ejemplo y responde con una probabilidad `p`: lo probable que le parece el resultado 1. Después llega la verdad, una etiqueta `y` que es 1 o 0. La entropía cruzada binaria convierte las dos en un solo número, la pérdida `L`: *menos el logaritmo natural de la probabilidad que el modelo dio a lo que de verdad pasó*.',
      'Estar seguro y acertar no cuesta casi nada. Lanzar una moneda, `p = 0.5`, cuesta `ln 2`, cerca de {ln 2}, caiga como caiga. Estar seguro y equivocarse cuesta sin límite. Entrenar por descenso de gradiente es bajar por la pendiente de esta pérdida.',
      'Una etiqueta también puede estar entre 0 y 1, como una probabilidad ella misma; entonces se llama *etiqueta suave*. En el lenguaje de la teoría de la información, la pérdida es la entropía cruzada de la etiqueta y la predicción: la entropía de la etiqueta más la divergencia de Kullback-Leibler KL(*y*\u00a0‖\u00a0*p*), lo que la predicción cuesta por encima de eso. Para una etiqueta de 0 o de 1 la entropía es 0, y solo ahí la pérdida es exactamente la divergencia.',
    ],
    'when-to-use': [
      'Úsala donde un modelo da a cada ejemplo una probabilidad entre 0 y 1:',
      {
        list: [
          'la regresión logística;',
          'una red cuya última capa es una sola unidad sigmoide;',
          'un modelo multietiqueta, donde varias etiquetas pueden ser ciertas a la vez: ahí cada etiqueta es un ejemplo por sí misma, con su propia probabilidad y su propia pérdida.',
        ],
      },
      'No sirve para elegir una entre varias clases que se excluyen; de eso se encarga la entropía cruzada categórica con una softmax. Tampoco sirve para predecir una cantidad, como un precio.',
    ],
    'why-it-matters': [
      'Contar los errores parece la calificación más honrada. Pero es un escalón: mueve un poco una predicción y casi siempre no cambia nada. Su pendiente es cero en casi todas partes, así que el descenso de gradiente no tiene nada que seguir.',
      'La entropía cruzada binaria es suave dondequiera que `p` esté estrictamente entre 0 y 1. Un modelo suele calcular primero un logit `z` y lo convierte en `p = 1/(1 + e^(-z))`. Vista desde ahí, la pendiente es exactamente `p - y`: mientras el modelo está seguro y se equivoca, se mantiene cerca de su tamaño máximo, 1. La pendiente de la mitad del error cuadrático, `(p - y) p (1 - p)`, se apaga en ese mismo lugar.',
      'Es además una puntuación *estrictamente propia*. Si un resultado ocurre con probabilidad *π*, la pérdida esperada es mínima cuando predices exactamente *π*, y ninguna otra predicción la iguala. Ganan las probabilidades sinceras.',
    ],
    behaviour: [
      '*La forma.* Cerca de la respuesta correcta la pérdida es baja y, a lo largo del eje del logit, también llana. Hacia la respuesta segura y equivocada sube sin fin. Una pérdida alta está arriba: es un muro, no un valle.',
      '*El menos.* El logaritmo de cualquier número estrictamente entre 0 y 1 es negativo. El menos lo convierte en una pérdida positiva, algo que empujar hacia abajo.',
      '*El logaritmo.* Cada vez que reduces a la mitad la probabilidad dada a la verdad, la pérdida crece en el mismo `ln 2`, siempre.',
      '*Los factores `y` y `1 - y`.* Son interruptores. Para una etiqueta de 0 o de 1, exactamente uno de los dos términos está encendido.',
    ],
    'study-cues': [
      {
        terms: [
          [
            'Uso',
            'Un número puro que compara una probabilidad predicha con una etiqueta. Sobre un conjunto de datos se suele tomar la media.',
          ],
          [
            'Confusión frecuente',
            'Dar a la pérdida una unidad física: no tiene ninguna. Y poner 85 por 85 %, donde la fórmula pide {0.85}.',
          ],
          ['Dimensión', 'Las probabilidades y las etiquetas son números sin dimensión, y la pérdida también.'],
          [
            'Sistemas de unidades',
            'La base del logaritmo fija la unidad en que se cuenta. Con ln la pérdida está en nats, como es costumbre en el aprendizaje automático; divide entre `ln 2` para tener bits y entre `ln 10` para tener hartleys.',
          ],
        ],
      },
      {
        table: {
          caption: 'Cifras de referencia',
          columns: ['Probabilidad dada a lo que pasó', 'Pérdida `L`, en nats'],
          rows: [
            ['{0.99}', '{-ln 0.99}'],
            ['{0.95}', '{-ln 0.95}'],
            ['{0.9}', '{-ln 0.9}'],
            ['{0.85}', '{-ln 0.85}'],
            ['{0.75}', '{-ln 0.75}'],
            ['{0.5}, una moneda', '{ln 2}'],
            ['{0.25}', '{-ln 0.25}'],
            ['{0.1}', '{-ln 0.1}'],
            ['{0.01}', '{-ln 0.01}'],
            ['{0.001}', '{-ln 0.001}'],
          ],
        },
      },
      'Un modelo que siempre responde la tasa base, la proporción de unos en los datos, obtiene la entropía de esa proporción: {-(0.1 ln 0.1 + 0.9 ln 0.9)} nats si uno de cada diez ejemplos es un 1. Un modelo que se queda por encima lo hace peor que esta única respuesta fija.',
    ],
    applications: [
      'Un clasificador aprende a distinguir gatos de perros. Cada foto trae una etiqueta `y`, por ejemplo 1 para un gato, y recibe una predicción `p`. La pérdida media de todas las fotos es lo que el entrenamiento hace bajar. Tiene en cuenta tanto cuánto acierta el modelo como lo seguro que está, antes de que nadie actúe según sus respuestas.',
    ],
    tips: [
      {
        list: [
          'Evita que las predicciones sean exactamente 0 o 1, porque `ln 0` no tiene valor. Trabaja desde el logit, o averigua qué hace tu biblioteca con `p`: BCELoss, de PyTorch, no deja que ningún logaritmo baje de −100; Keras, si no se le dice otra cosa, mantiene `p` al menos a {1e-7} de ambos extremos, y scikit-learn la mantiene a un épsilon de máquina de su tipo numérico.',
          'La pérdida es 0 solo donde `p` es exactamente igual a la etiqueta y la etiqueta es 0 o 1. Una sigmoide se acerca tanto como quieras; con ningún logit finito llega, aunque un ordenador puede redondearla a 0 o a 1.',
          'Para más de dos clases que se excluyen, usa la entropía cruzada categórica.',
        ],
      },
    ],
    mistakes: [
      {
        list: [
          'Un logaritmo en base 10 en lugar del natural: el resultado se queda corto en un factor `ln 10`, cerca de {ln 10}.',
          'Una predicción de exactamente 0 o 1: si pasa lo otro, la pérdida es infinita.',
          'Un porcentaje en lugar de `p`: 85 % es {0.85}.',
          'Los dos términos intercambiados: `ln p` va con `y`, y `ln(1 - p)` con `1 - y`.',
        ],
      },
    ],
  },
  symbols: {
    columns: ['Símbolo', 'Nombre', 'Valores'],
    light: (letter) => `${letter}: mostrar dónde aparece`,
    rows: [
      ['`y`', 'etiqueta verdadera', '0 o 1; en la gráfica, también una etiqueta suave entre ambos'],
      ['`p`', 'probabilidad predicha de que `y = 1`', 'entre 0 y 1: un decimal, no un porcentaje'],
      ['`L`', 'pérdida', '0 o más, hasta el infinito; sin unidad (con el logaritmo natural se cuenta en nats)'],
    ],
  },
  graphSection: {
    intro:
      'Elige lo que pasó de verdad y mueve después la predicción: arrastra en cualquier lugar de la gráfica, usa el control deslizante o escribe una probabilidad.',
    afterword: [
      'Para `y = 1` la curva es `L = -ln p`; para `y = 0` es su imagen en el espejo, `L = -ln(1 - p)`. Cada una es empinada por un solo lado: un muro que sube sin fin hacia la respuesta segura y equivocada, y terreno bajo alrededor de la correcta. Se cruzan en `p = 0.5`, donde `L = ln 2`.',
      'Una etiqueta estrictamente entre 0 y 1 dice con qué frecuencia ocurre el resultado. Entonces la curva es un valle con dos muros: su punto más bajo está en `p = y`, y su altura allí es la entropía de la etiqueta, no cero. Ninguna predicción puede hacer nada mejor que decir esa frecuencia.',
      'A lo largo del eje del logit, una respuesta segura y equivocada cuesta más o menos tantos nats como su logit dista de cero: los muros se vuelven líneas rectas, y la pendiente, en nats, nunca sale del intervalo de −1 a 1.',
    ],
  },
  questions: [
    [
      '¿Qué muestra la deducción?',
      'Que la entropía cruzada binaria es la log-verosimilitud de etiquetas independientes, cambiada de signo y dividida entre su número. Las predicciones con la menor pérdida media son aquellas bajo las que las etiquetas observadas son más probables.',
    ],
    [
      '¿Cuándo es la pérdida adecuada?',
      'Cuando cada ejemplo tiene una etiqueta de 0 o de 1, o una probabilidad intermedia, y el modelo responde con una sola probabilidad. Donde es correcta exactamente una de varias clases, usa la entropía cruzada categórica.',
    ],
    [
      '¿Por qué no simplemente el error de clasificación?',
      'Es un escalón: su pendiente es cero en casi todas partes, así que el descenso de gradiente no puede seguirla. Además trata igual un fallo por poco y un fallo con plena seguridad, mientras que la entropía cruzada cobra según lo seguro que estaba el modelo.',
    ],
    [
      '¿Qué errores son frecuentes?',
      'Un logaritmo en otra base, un porcentaje en lugar de una probabilidad y los dos términos intercambiados. Y una predicción de exactamente 0 o 1 que resulta equivocada, que cuesta infinito.',
    ],
    [
      '¿Dónde se usa?',
      'Dondequiera que un modelo responda con una probabilidad a una pregunta de sí o no: si este correo es basura, si este paciente tiene la enfermedad, si hay un gato en esta foto. El entrenamiento hace bajar su media sobre los ejemplos.',
    ],
    [
      '¿Qué debo vigilar en el cálculo numérico?',
      'Calcula la pérdida a partir del logit y no de `p`, para que nada se redondee a 0 o a 1 por el camino. Donde solo tengas `p`, obtén `ln(1 - p)` con una función hecha para ello, que suele llamarse log1p y recibe `-p`: para `p` pequeña, la diferencia `1 - p` pierde cifras.',
    ],
  ],
  sources: {
    cross_entropy: 'La definición y su relación con la entropía y la divergencia.',
    deep_learning:
      'Secciones 3.13, 5.5 y 6.2.2: teoría de la información, máxima verosimilitud, unidades de salida sigmoides.',
    pattern_recognition: 'Sección 4.3.2: la regresión logística y su error de entropía cruzada.',
    proper_scoring: 'Qué hace que una puntuación sea estrictamente propia, y por qué la logarítmica lo es.',
  },
} satisfies LessonText;
