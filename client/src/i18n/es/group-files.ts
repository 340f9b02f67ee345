/** Files that a group keeps together. */
export const groupFiles = {
  title: 'Archivos',
  add: 'Añadir archivos',
  hint: 'Todo su grupo los ve, los sustituye y los elimina. Lo entregado queda como estaba.',
  version: 'Versión {{n}}, {{name}}, {{when}}',
  replace: 'Sustituir',
  replaceOf: 'Sustituir {{name}}',
  replaced: '«{{name}}» tiene una versión nueva.',
  delete: 'Eliminar',
  deleteOf: 'Eliminar {{name}}',
  deleted: '«{{name}}» está eliminado.',
  restored: '«{{name}}» está de nuevo.',
  earlier: 'Versiones anteriores de {{name}}',
  empty: {
    title: 'Todavía no hay archivos',
    text: 'Bocetos, tablas, diapositivas: lo que está aquí se puede entregar con cualquier hito.',
  },
  choose: {
    title: 'Archivos del grupo',
    hint: 'Lo que añada se entrega como está ahora, aunque alguien sustituya el archivo después.',
    version: 'Versión {{n}}',
    add: 'Añadir',
    addOf: 'Añadir {{name}}',
  },
} as const;
