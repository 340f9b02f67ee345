/** Qué hacen los ajustes cambiados en un debate que ya se ve. */
export const discussionEffects = {
  mode: 'La forma es «{{to}}» a partir de ahora. Estudiantes: {{learners}}.',
  postFirst:
    'A partir de ahora: «{{to}}». Estudiantes que no ven nada de los demás hasta que escriban: {{silent}}.',
  marks: {
    accepted: 'Respuestas aceptadas que dejan de valer como tales hasta que vuelva al modo anterior: {{n}}.',
    endorsed:
      'Mensajes con el respaldo del equipo docente que no responden a ninguna pregunta y no se señalan hasta que vuelva al modo anterior: {{n}}.',
    sides: 'Mensajes cuyo lado no se muestra hasta que vuelva al modo anterior: {{n}}.',
    sideless: 'Mensajes que no toman partido: {{n}}.',
  },
  names:
    'Nombres en lo que se escriba a partir de ahora: {{to}}. Mensajes que conservan lo prometido: {{kept}}.',
  historyAll:
    'Quien lee un mensaje lee también lo que decía antes, incluso de lo ya escrito. Mensajes: {{kept}}.',
  historyStaff: 'Solo el profesorado lee lo que los mensajes decían antes. Mensajes: {{kept}}.',
  approvalOn:
    'Lo que los estudiantes escriban desde ahora espera la aprobación del profesorado. Estudiantes: {{learners}}. Lo que ya hay se queda.',
  approvalOff:
    'Lo que los estudiantes escriban desde ahora aparece enseguida. Mensajes que siguen esperando aprobación: {{waiting}}.',
  perGroup: 'Cada grupo debate por su cuenta. Estudiantes: {{learners}}.',
  together: 'Todo el curso debate junto. Estudiantes: {{learners}}.',
  end: 'Los estudiantes escriben hasta el {{when}}. Estudiantes cuya fecha cambia: {{learners}}.',
  keeping: 'Estudiantes que conservan sus propias fechas: {{kept}} ({{who}}).',
  noEnd: 'Los estudiantes escriben sin fecha de fin. Estudiantes: {{learners}}.',
  over: 'Se deja de escribir enseguida, porque {{when}} ya pasó. Estudiantes cuya fecha cambia: {{learners}}.',
  milestones: 'Cambia lo que se espera. Estudiantes cuya lista cambia: {{learners}}.',
  points: 'La columna del libro de calificaciones tiene {{to}} puntos en lugar de {{from}}.',
  grading: 'Las calificaciones se forman como usted ha elegido.',
  gradesStay:
    'Calificaciones publicadas que quedan como están hasta que las calcule de nuevo en la página del debate: {{grades}}.',
} as const;
