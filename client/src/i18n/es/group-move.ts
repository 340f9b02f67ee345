export const groupMove = {
  open: 'Mover a un miembro …',
  title: 'Mover a un miembro a otro grupo',
  who: 'Quién',
  to: 'A qué grupo',
  choose: 'Elija un grupo',
  group: '{{name}} (personas: {{n}})',
  move: 'Mover',
  done: '{{name}} está en otro grupo.',
  failed: 'No se ha movido a nadie',
  lms: 'Los grupos del LMS, de un archivo o de secciones se cambian allí. Si no, quizá alguien cambió los grupos en el mismo momento: inténtelo de nuevo.',
  changes: 'Lo que pasa entonces:',
  kept: 'La parte en lo entregado se conserva, con su calificación: {{titles}}.',
  access:
    'El acceso a páginas, tareas, reuniones y archivos de este grupo termina enseguida y empieza el del nuevo. Lo que la persona escribió e hizo aquí queda con su nombre.',
  coming: 'La persona entrega con el nuevo grupo: {{titles}}.',
  withoutPart: 'El nuevo grupo ha entregado sin la persona, que no tiene parte en ello: {{titles}}.',
  unconfirmed: 'Falta su confirmación y quedará anotada como ausente: {{titles}}.',
  tasks: 'Tareas pendientes de la persona que quedan libres aquí: {{n}}.',
  evaluations:
    'Lo que los miembros han dicho unos de otros, las contribuciones y los factores aplicados quedan como están.',
} as const;
