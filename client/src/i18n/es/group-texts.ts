export const groupTexts = {
  label: 'A quién se escribe, pregunta {{n}}',
  short: 'A quién se escribe',
  one: 'Un solo texto',
  each: 'Un texto a cada persona del propio grupo: {{name}}',
  explain:
    'Usted lee los textos en la página «Contribuciones en grupos» y dice cuáles lee la persona, sin quién los escribió. Para ello el cuestionario necesita también una tabla en la que el grupo se valore.',
  readBy:
    'Escríbalo a la persona. Sus docentes lo leen antes; si lo dejan pasar, la persona lo lee sin su nombre, y solo si al menos otras dos la han valorado.',
  results: 'Lo que se escribió a las personas está en la página «Contribuciones en grupos».',
  own: 'Lo que otros le han escrito',
  ownExplain: 'Sus docentes lo han leído y lo muestran sin nombres.',
  check: {
    title: 'Lo que los miembros se han escrito',
    intro:
      'Una persona lee un texto solo si usted lo ha marcado, con el resultado y sin quién lo escribió. Deje fuera lo que hiere y lo que delata de quién es.',
    first: 'Los textos se pueden dejar pasar cuando el cuestionario esté cerrado.',
    to: 'A {{name}} ({{group}})',
    withheld:
      'Menos de otras dos personas han valorado a esta, así que se sabría quién lo escribió: no se muestra nada.',
    show: '{{name}} lee esto',
    unchecked_one: '{{count, number}} texto no está marcado y queda oculto.',
    unchecked_many: '{{count, number}} textos no están marcados y quedan ocultos.',
    unchecked_other: '{{count, number}} textos no están marcados y quedan ocultos.',
  },
} as const;
