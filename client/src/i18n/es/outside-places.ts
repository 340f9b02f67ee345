/** Boards and video rooms outside that groups use. */
export const outsidePlaces = {
  title: 'Pizarra y sala de vídeo',
  kinds: { board: 'Pizarra', videoRoom: 'Sala de vídeo' },
  open: {
    board: 'Abrir la pizarra en {{host}} (pestaña nueva)',
    videoRoom: 'Entrar en la sala de vídeo en {{host}} (pestaña nueva)',
  },
  change: {
    board: 'Cambiar la dirección de la pizarra',
    videoRoom: 'Cambiar la dirección de la sala de vídeo',
  },
  none: {
    board: 'Todavía no hay pizarra. Cree una, compártala con todo el grupo y pegue aquí su dirección.',
    videoRoom: 'Todavía no hay sala de vídeo. Cree una y pegue aquí su dirección.',
  },
  noneYet: 'Todavía no hay dirección.',
  notAsked: 'El proyecto no tiene pizarras ni salas de vídeo.',
  evidence: 'Una pizarra cambia. Con un hito se entrega un PDF o una imagen de ella.',
  show: 'Mostrar la pizarra aquí',
  showHint:
    'Se carga desde {{host}}, que sabrá que usted la mira. Si queda vacía, ábrala en una pestaña nueva.',
  frame: 'Pizarra en {{host}}',
  address: 'Dirección',
  addressHint: 'Empieza por https:// y lleva a {{hosts}}.',
  wrong: 'Escriba una dirección que empiece por https:// y lleve a uno de los servicios nombrados aquí.',
  save: 'Guardar',
  saved: 'La dirección está guardada.',
  all: 'Pizarras, salas de vídeo y salas para grupos',
  allText:
    'Adónde va cada grupo. Abra un grupo para pegar o cambiar sus direcciones; los patrones para todos los grupos están en los ajustes del proyecto.',
  line: '{{kind}}: {{where}}',
  missing: 'todavía no',
  breakout: {
    title: 'Salas para grupos',
    text: 'Quién está ahora en qué grupo, como archivo. Zoom toma el suyo al programar una reunión, en los ajustes de las salas para grupos.',
    zoom: 'CSV para Zoom',
    plain: 'CSV con nombres',
    zoomName: 'Salas de {{title}}',
    plainName: 'Grupos de {{title}}',
    without_one: '{{count}} miembro no está en el archivo',
    without_many: '{{count}} de miembros no están en el archivo',
    without_other: '{{count}} miembros no están en el archivo',
    withoutText:
      'Su LMS no da sus correos electrónicos, y Zoom solo reconoce a las personas por ellos. El archivo con nombres tiene a todos.',
  },
  setUp: {
    ask: {
      board: 'Una pizarra externa para cada grupo',
      videoRoom: 'Una sala de vídeo externa para cada grupo',
    },
    pattern: 'Dirección para todos los grupos',
    patternHint:
      '{group} en ella representa el nombre del grupo, por ejemplo https://meet.jit.si/nuestro-curso-{group}. Vacía: se pega una dirección para cada grupo. Quien conoce el patrón puede adivinar las direcciones de otros grupos.',
    groupsPaste: 'Los grupos pueden pegar una dirección propia',
  },
} as const;
