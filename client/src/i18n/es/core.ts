import { errors } from './errors.ts';
import { gradebook } from './gradebook.ts';
import { launch } from './launch.ts';
import { noticesLink } from './notices-link.ts';
import { peerReview } from './peer-review.ts';
import { richText } from './rich-text.ts';
import { ui } from './ui.ts';

/** The texts that are there from the start: what surrounds every page, and learners' pages. */
export const core = {
  errors,
  gradebook,
  launch,
  notices: noticesLink,
  peerReview,
  richText,
  ui,
  app: {
    name: 'Roundtable',
    pageTitle: '{{page}} – Roundtable',
    skip: 'Ir al contenido',
    navigation: 'Páginas',
    course: 'Curso',
    activity: 'Actividad',
    home: 'Inicio',
    settings: 'Configuración',
    groups: 'Grupos',
    waiting: 'Por atender',
    questionnaires: 'Cuestionarios',
    backToCourse: 'Volver al curso',
    loading: 'Cargando…',
    offline: 'No hay conexión. Su texto se conserva aquí y se guardará.',
    unreachable: 'El servidor no responde en este momento. Su texto se conserva aquí y se guardará.',
    online: 'La conexión ha vuelto.',
    ended: {
      title: 'Su sesión ha terminado',
      kept: 'Abra esta actividad de nuevo desde su curso, en esta pestaña: seguirá en esta página, con todo lo que ha escrito.',
      copy: 'Abra esta actividad de nuevo desde su curso: seguirá en esta página. El texto sin guardar solo está aquí: cópielo antes.',
    },
    left: {
      title: 'Ya no participa en este curso',
      text: 'El curso ha retirado su nombre de la lista de participantes. Lo que hizo aquí se conserva. Si es un error, hable con su docente y abra después esta actividad de nuevo desde su curso.',
    },
  },
  closed: {
    title: 'Abra esto de nuevo desde su curso',
    text: 'Esta página se abre desde la actividad de su curso. Por seguridad, cada enlace sirve una sola vez, así que no se puede abrir al recargar ni con un marcador.',
    hint: 'Vuelva a su curso y elija allí la actividad. Lo que ha escrito está guardado.',
    linkHint:
      'Vuelva a su curso y elija allí la actividad: la página a la que lleva este enlace se abre entonces por sí sola, salvo que su navegador mantenga ambas separadas. Lo que ha escrito está guardado.',
  },
  cannotOpen: { title: 'La actividad no se puede abrir en este momento' },
  notFound: {
    title: 'Esta página no existe',
    text: 'Puede que la dirección esté mal escrita o que la página sea de otro curso.',
    back: 'Ir a la actividad',
  },
  problem: {
    pageTitle: 'Esta página no se puede mostrar',
    title: 'Algo no ha funcionado',
    unreachable: 'El servidor no responde. Revise su conexión e inténtelo de nuevo.',
    unexpected: 'Ha ocurrido algo inesperado en esta página. Vuelva a cargarla.',
    requestId: 'Número de solicitud para el soporte: {{requestId}}',
    retry: 'Reintentar',
  },
  common: {
    cancel: 'Cancelar',
    optional: '(opcional)',
    loadMore: 'Cargar más',
    loadingMore: 'Cargando…',
    increase: 'Aumentar',
    decrease: 'Reducir',
    none: '–',
    formErrors_one: 'Hay un campo que revisar.',
    formErrors_many: 'Hay {{count}} campos que revisar.',
    formErrors_other: 'Hay {{count}} campos que revisar.',
    timeZone: 'Las horas están en su zona horaria, {{zone}}.',
  },
  moment: {
    withRelative: '{{absolute}} ({{relative}})',
  },
  autosave: {
    notSavedYet: 'Se guarda automáticamente al escribir',
    waiting: 'Aún sin guardar…',
    saving: 'Guardando…',
    savedAt: 'Guardado: {{time}}',
    temporary: 'Sin guardar. Su texto se conserva aquí; se intenta de nuevo…',
    refused: 'Sin guardar: {{reason}}',
    stale: {
      title: 'Guardado en otra pestaña',
      text: 'También tiene esto abierto en otro lugar, y allí se guardó después de abrirlo aquí. ¿Qué versión quiere conservar?',
      load: 'Cargar la otra',
      keep: 'Conservar esta',
    },
  },
} as const;
