/** Textos de lo que se dice a los roles. */
export const materials = {
  title: 'Material de los roles',
  intro: 'Cada rol tiene su propio material. Cuente a los demás de su grupo lo que hay en el suyo.',
  toRoles: 'Quién tiene qué rol',
  own: 'El suyo',
  none: 'Ahora no tiene ningún rol con material.',
  hidden: 'No ve el material de: {{names}}.',
  until: 'Lo verá desde {{when}}.',
  never: 'Pregunte a quien tiene el rol.',
  setUp: {
    ask: 'Cada rol tiene material propio (rompecabezas)',
    hint: 'Solo lo lee quien tiene el rol; así nadie lo sabe todo. Lo que un grupo ha asignado queda así hasta que todo se abra: solo el equipo docente puede dar entonces el rol a otra persona, que después conoce ambos. En los hitos, los grupos pueden escribir una parte para cada rol.',
    text: 'Material para {{name}}',
    opensAt: 'Todos lo leen todo desde',
    opensAtHint: 'Sin fecha, cada cual conserva el suyo.',
  },
} as const;
