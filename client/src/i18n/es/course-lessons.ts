/** Texts of the page with what groups of a course have learned. */
export const courseLessons = {
  title: 'Lo que hemos aprendido',
  intro:
    'Lecciones que grupos de todos los proyectos de este curso han ofrecido y los docentes han publicado.',
  search: 'Buscar en las lecciones',
  list: 'Lecciones',
  none: {
    title: 'Todavía no hay lecciones',
    text: 'Los grupos las ofrecen después de un hito, en la página de su retrospectiva.',
  },
  nothingFound: { title: 'No se ha encontrado nada', text: 'Pruebe con menos palabras o con otras.' },
  found_one: '{{count}} lección encontrada',
  found_many: '{{count}} lecciones encontradas',
  found_other: '{{count}} lecciones encontradas',
  takeBack: 'Retirar',
  takeBackNamed: 'Retirar «{{title}}»',
  taken: '«{{title}}» está retirada. Los estudiantes ya no la leen.',
} as const;
