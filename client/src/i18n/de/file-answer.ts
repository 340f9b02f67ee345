/** Texts of questions that are answered with files. */
export const fileAnswer = {
  explain:
    'Wer antwortet, fügt bis zu {{max}} Dateien der üblichen Arten hinzu. Nur die Lehrenden und sie selbst können sie öffnen.',
  preview: 'Hier fügt man bis zu {{max}} Dateien hinzu.',
  results: 'Die Dateien stehen unten bei „Wer was gesagt hat“.',
};
