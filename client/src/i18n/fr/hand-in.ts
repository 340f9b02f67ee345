/** Links, what must be handed in, and live presentations: where one hands in and reads. */
export const handIn = {
  /** Where a group writes. */
  stale: {
    title: '{{name}} a enregistré entre-temps',
    text: 'Vous rédigez ce texte ensemble, et l’autre version a été enregistrée après que vous avez ouvert celle-ci. Laquelle voulez-vous garder ?',
  },
  links: {
    label: 'Liens',
    address: 'Adresse d’un lien',
    hint: 'Une adresse complète qui commence par https://',
    add: 'Ajouter le lien',
    invalid: 'Indiquez une adresse complète qui commence par http:// ou https://.',
    twice: 'Ce lien est déjà là.',
    remove: 'Retirer le lien vers {{host}}',
    added: 'Le lien vers {{host}} est ajouté.',
    removed: 'Le lien vers {{host}} a été retiré.',
    goesTo: 'Mène hors du cours, vers {{host}}, dans un nouvel onglet',
    anonymous: 'La page d’un lien peut dire qui vous êtes. Roundtable n’y peut rien changer.',
  },
  needs: {
    text: 'Un texte doit être rendu.',
    files: 'Au moins un fichier doit être rendu.',
    links: 'Au moins un lien doit être rendu.',
  },
  presentation: {
    text: 'Vous présentez en direct : il n’y a rien à rendre. Indiquez que vous participez, pour que d’autres puissent évaluer votre présentation.',
    button: 'Je participe',
    reviewed: 'Ce travail est présenté en direct : il n’y a rien à ouvrir ici.',
  },
} as const;
