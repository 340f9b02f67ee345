/** Nombres y grupos en los debates. */
export const spaces = {
  alias: 'Participante {{n}}',
  ownAlias: 'Usted, como participante {{n}}',
  aliasKnown: '{{name}} (participante {{n}})',
  promise: {
    none: 'Todos en este debate ven su mensaje con su nombre.',
    peers: 'Los demás estudiantes ven su mensaje sin su nombre. El equipo docente ve su nombre.',
    full: 'Nadie ve su nombre junto a su mensaje, ni siquiera el equipo docente.',
    staff: 'Usted escribe con su nombre: los estudiantes deben saber quién enseña.',
  },
  setUp: {
    anonymity: 'Nombres',
    choices: {
      none: 'Todos ven los nombres',
      peers: 'Los estudiantes no ven los nombres de los demás; el equipo docente sí',
      full: 'Nadie ve los nombres de los estudiantes, ni siquiera el equipo docente',
    },
    hints: {
      none: 'Cada cual responde de lo que escribe.',
      peers: 'Cada estudiante lleva un número que no cambia en este debate.',
      full: 'Cada estudiante lleva un número. Para calificar, los mensajes no pueden atribuirse a una persona.',
    },
    kept: 'Un cambio vale para lo que se escriba después: cada mensaje conserva lo que se prometió a su autor. Con menos de cinco personas, todos pueden adivinar quién escribió qué.',
    groups: 'Quiénes debaten juntos',
    course: 'Todo el curso',
    perGroup: 'Cada grupo de «{{name}}» por su cuenta',
    groupsHint:
      'Los miembros siguen a sus grupos: quien cambia de grupo entra en el espacio del nuevo, y sus mensajes se quedan en el anterior.',
    fixed: 'Alguien ya ha escrito, así que esto no cambia.',
  },
  own: 'Usted debate en el grupo {{name}}.',
  none: {
    title: 'Todavía no está en ningún grupo',
    text: 'Aquí los grupos debaten por su cuenta. En cuanto esté en un grupo, verá su espacio. Consulte a sus docentes.',
  },
  group: 'Grupo',
  allGroups: 'Todos los grupos',
  each: 'Un hilo propio en cada grupo',
  where: 'En qué grupo',
  of: 'Grupo {{name}}',
  gone: 'Un grupo que ya no existe',
} as const;
