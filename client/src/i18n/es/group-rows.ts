/** Texts of questions about the people of one’s own group. */
export const groupRows = {
  label: 'Filas, pregunta {{n}}',
  short: 'Filas',
  written: 'Filas que yo escribo',
  set: 'Grupo propio: {{name}}',
  gone: 'Una distribución de grupos que ya no existe',
  self: 'Preguntar también por uno mismo',
  explain:
    'Cada persona ve a las de su propio grupo, tal como es cuando empieza a responder, y a aquellas con quienes trabajó antes en él, por el tiempo juntas.',
  preview: 'Aquí cada persona ve a las de su propio grupo.',
  noGroup:
    'Aquí no está en ningún grupo, así que no hay nada que responder. Si debería estar en uno, diríjase a su equipo docente.',
  alone: 'No hay nadie más en su grupo, así que no hay nada que responder.',
  group_one: 'Su grupo: {{name}}',
  group_many: 'Sus grupos: {{name}}',
  group_other: 'Sus grupos: {{name}}',
  until: 'Trabajaron juntos hasta el {{when}}; no es obligatorio responder.',
  perPerson: 'Por persona: {{question}}',
};
