/** Who knows whom in a peer review, for those who set it up. */
export const anonymity = {
  label: 'Qui connaît qui',
  nobodyKnows: 'Personne ne sait',
  nobodyKnowsHint:
    'On ne voit que « Travail A » et « Évaluateur 1 ». Les noms d’auteurs dans les propriétés des fichiers sont effacés.',
  authorsKnown: 'Les auteurs ne connaissent pas leurs évaluateurs',
  authorsKnownHint:
    'Les évaluateurs voient le nom des auteurs et leurs fichiers tels quels. Les évaluateurs apparaissent comme « Évaluateur 1 ».',
  allKnown: 'Tous se connaissent',
  allKnownHint: 'Auteurs et évaluateurs voient leurs noms. Les fichiers restent tels quels.',
  staff:
    'Vous et l’équipe enseignante voyez toujours tous les noms. Les observateurs, comme les parents, voient ce que voit leur étudiant, mais jamais le nom d’un autre étudiant.',
  later:
    'Vous pouvez changer cela à tout moment : le choix vaut pour ce qui est écrit ensuite. Ce qui existe garde ce qui avait été promis à qui l’a écrit.',
  changed: 'Pour ce qui est écrit à partir de maintenant : {{what}}.',
  kept_one: '{{count}} travail ou évaluation déjà là garde ce qui avait été promis à qui l’a écrit.',
  kept_many: '{{count}} travaux et évaluations déjà là gardent ce qui avait été promis à qui les a écrits.',
  kept_other: '{{count}} travaux et évaluations déjà là gardent ce qui avait été promis à qui les a écrits.',
  tooFew:
    'Avec moins de {{least}} travaux, on devine souvent qui est qui, bien qu’aucun nom ne soit affiché.',
} as const;
