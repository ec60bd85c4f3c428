import type { EmbedText } from '../schema.js';
import { common } from './common.js';

export default {
  lesson: common.title,
  title: 'Insertar esta lección',
  intro: 'Elige qué muestra tu página y copia el código en ella.',
  close: 'Cerrar',
  kindLegend: 'Insertarla como',
  kinds: {
    frame: { name: 'un marco', about: 'cabe donde se pueda pegar HTML' },
    element: { name: 'un elemento', about: 'toma la letra y el tamaño de tu página' },
  },
  sectionsLegend: 'Qué muestra',
  allSections: 'la lección entera',
  someSections: 'algunas secciones',
  themeLegend: 'Colores',
  themes: { auto: 'los del sistema de quien lee', light: 'claros', dark: 'oscuros' },
  localeLegend: 'Idioma',
  startLegend: 'Dónde empieza la gráfica',
  start: { p: 'Probabilidad p', y: 'Etiqueta y' },
  startHint: (usual) => `de 0 a 1; vacío es ${usual}`,
  follow: 'Darle la altura de su contenido',
  followHint: 'con un script de un kilobyte; sin él, el marco tiene una altura fija y se desplaza por dentro',
  preview: 'Vista previa',
  code: 'Código para tu página',
  copy: 'Copiar el código',
  copied: 'El código está copiado.',
  copyFailed: 'No se pudo copiar el código. Ahora está seleccionado: cópialo con el teclado.',
} satisfies EmbedText;
