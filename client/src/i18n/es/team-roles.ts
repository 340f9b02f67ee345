/** Texts of roles in groups. */
export const teamRoles = {
  title: 'Roles',
  kinds: {
    facilitator: 'Moderación',
    ambassador: 'Representación',
    recorder: 'Secretaría',
  },
  about: {
    facilitator: 'Prepara las reuniones, cuida de que se escuche a todos y de que el grupo decida.',
    ambassador: 'Habla en nombre del grupo con otros grupos y con sus docentes.',
    recorder: 'Anota lo que se decidió y quién hace qué.',
  },
  rotates: 'Pasa a otro miembro en cada hito.',
  nobody: 'Nadie',
  turn: '{{name}}, por turno',
  byTurn: 'Por turno',
  holds:
    'Asigne con cuidado los roles con material: quien tiene uno lo lee enseguida; después solo el equipo docente puede dárselo a otra persona.',
  saved: 'Guardado.',
  setUp: {
    ask: 'Los miembros tienen roles',
    assignedBy: 'Quién asigna los roles',
    byGroup: 'El propio grupo',
    byStaff: 'El equipo docente',
    name: 'Nombre del rol',
    description: 'Para qué sirve',
    rotates: 'Pasa a otro miembro en cada hito',
    remove: 'Quitar: {{name}}',
    add: 'Añadir un rol propio',
    addThis: 'Añadir: {{name}}',
    new: 'Rol nuevo',
  },
} as const;
