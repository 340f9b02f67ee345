/** Textos de los trabajos que se toman de uno en uno para revisarlos. */
export const pull = {
  handIn: {
    title: 'Entregue primero su trabajo',
    text: 'En cuanto lo entregue, tomará de uno en uno los trabajos de otras personas para revisarlos. También el suyo puede tomarse enseguida, por lo que después ya no podrá cambiarlo.',
  },
  wait: {
    title: 'Ahora mismo no hay ningún trabajo que pueda revisar',
    until: 'Pueden llegar más trabajos hasta el {{when}}. Aparecerán aquí por sí solos y se le avisará.',
    noMore: 'No llegarán más trabajos. Su docente ve que usted está a punto.',
  },
  held: 'Este trabajo se le reserva hasta el {{when}}. Si para entonces no ha empezado, pasará a otra persona; lo que haya escrito sigue siendo suyo.',
  ready: {
    text: 'Hay un trabajo que espera una revisión. Primero vienen los que menos tienen.',
    button: 'Revisar un trabajo',
  },
  offer: {
    until:
      'Por ahora todos los trabajos tienen suficientes revisiones. Puede esperar a que lleguen otros, hasta el {{when}}, o revisar uno que ya tiene bastantes: cuenta igual.',
    noMore: 'Todos los trabajos tienen suficientes revisiones. Revise uno de todos modos: le cuenta igual.',
    button: 'Revisar un trabajo anterior',
  },
  help: {
    text: 'Ha hecho todas sus revisiones. A un trabajo todavía le faltan: puede ayudar.',
    button: 'Revisar uno más',
  },
  done: 'Ha hecho todas sus revisiones.',
  arrived: 'Ya hay un trabajo que revisar.',
  gone: 'Otra persona fue más rápida. Aquí se muestra lo que sigue.',
  setUp: {
    label: 'Cuándo se reparten los trabajos para revisar',
    hint: 'De uno en uno, nadie espera al último trabajo, y quien falta no retrasa a nadie.',
    atOnce: 'Todos a la vez, al cerrarse las entregas',
    rolling: 'De uno en uno, en cuanto hay trabajos',
    least: 'Revisiones que debe recibir cada trabajo',
    leastHint:
      'Primero vienen los que tienen menos. Un número menor que el de revisiones por persona deja margen para quienes lo dejan a medias.',
  },
  staffBefore:
    'Las revisiones empiezan por sí solas con el primer trabajo. Hasta que se cierren las entregas, se entrega y se revisa a la vez.',
  pairs: {
    title: 'Quién revisa este trabajo',
    none: 'Todavía no lo revisa nadie.',
    add: 'Encargárselo a otra persona',
    hint: 'Primero aparecen quienes menos tienen que revisar.',
    reviews_one: '{{count}} revisión por escribir',
    reviews_many: '{{count}} revisiones por escribir',
    reviews_other: '{{count}} revisiones por escribir',
    mutual: 'su trabajo lo revisa este autor',
    remove: 'Quitar',
    removeOf: 'Quitar: {{name}}',
    removed: '{{name}} ya no revisa este trabajo.',
    added: '{{name}} revisa ahora este trabajo.',
  },
} as const;
