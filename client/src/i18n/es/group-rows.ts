/** Texts of questions about the people of one’s own group. */
export const groupRows = {
  label: 'Filas, pregunta {{n}}',
  short: 'Filas',
  written: 'Filas que yo escribo',
  set: 'Grupo propio: {{name}}',
  gone: 'Una distribución de grupos que ya no existe',
  self: 'Preguntar también por uno mismo',
  explain: 'Cada persona ve a las de su propio grupo, tal como es cuando empieza a responder.',
  preview: 'Aquí cada persona ve a las de su propio grupo.',
  noGroup:
    'Aquí no está en ningún grupo, así que no hay nada que responder. Si debería estar en uno, diríjase a su equipo docente.',
  alone: 'No hay nadie más en su grupo, así que no hay nada que responder.',
  group: 'Su grupo: {{name}}',
  perPerson: 'Por persona: {{question}}',
};
