/** Texts of questions that are answered with files. */
export const fileAnswer = {
  explain:
    'Se responde añadiendo hasta {{max}} archivos de tipos habituales. Solo el equipo docente y la propia persona pueden abrirlos.',
  preview: 'Aquí se añaden hasta {{max}} archivos.',
  results: 'Los archivos están más abajo, en «Quién ha dicho qué».',
};
