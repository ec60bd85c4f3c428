import type { PageText } from '../schema.js';

export default {
  title: 'Entropía cruzada binaria (log loss): lección interactiva',
  description:
    'Mira, prueba y deduce la entropía cruzada binaria: una gráfica de la pérdida que puedes mover, un problema que entiende tu respuesta y una deducción que funciona con tus propios números.',
  language: 'Español',
  territory: 'es_ES',
  languages: 'Idiomas',
  embed: 'Insertar en tu página',
  embedFailed: 'No se pudo cargar lo que prepara el código; vuelve a cargar la página para intentarlo de nuevo.',
  update: 'Hay una versión más nueva de esta página. Al cargarla se pierde lo que hayas escrito.',
  updateNow: 'Cargarla ahora',
  guide: 'Para publicarla (en inglés)',
  learning: {
    kind: ['Lección', 'Simulación interactiva', 'Problema de práctica'],
    level: 'Educación superior',
    teaches: [
      'Qué mide la entropía cruzada binaria y cuándo usarla',
      'Cómo calcular la entropía cruzada binaria de una predicción',
      'Cómo se deduce la entropía cruzada binaria de la máxima verosimilitud',
      'Por qué su pendiente deja aprender a un modelo donde la del error cuadrático no',
    ],
  },
} satisfies PageText;
