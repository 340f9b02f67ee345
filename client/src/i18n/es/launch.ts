/** What the ways into the tool say to everybody. */
export const launch = {
  notReady: {
    title: 'Todavía no está lista',
    text: 'Su docente aún no ha configurado esta actividad. Hasta entonces no hay nada que entregar.',
    staff: 'Un docente del curso tiene que configurar esta actividad. Los asistentes no pueden hacerlo.',
    waiting: 'Esta página sigue por sí sola en cuanto la actividad esté lista.',
    ready: 'La actividad está lista.',
  },
  notAllowed: {
    title: 'Solo los docentes añaden actividades',
    text: 'Su rol en este curso no permite añadir actividades desde aquí. Pídaselo a un docente del curso.',
  },
  notHere: {
    title: 'Esto no está en este curso',
    text: 'El libro de calificaciones ha pedido un trabajo que es de otro curso o de alguien que no está en este.',
  },
} as const;
