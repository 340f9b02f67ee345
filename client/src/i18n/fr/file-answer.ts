/** Texts of questions that are answered with files. */
export const fileAnswer = {
  explain:
    'On répond en ajoutant jusqu’à {{max}} fichiers de types courants. Seules l’équipe enseignante et la personne elle-même peuvent les ouvrir.',
  preview: 'Ici, on ajoute jusqu’à {{max}} fichiers.',
  results: 'Les fichiers se trouvent plus bas, sous « Qui a dit quoi ».',
};
