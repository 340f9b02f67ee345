export const groupNudge = {
  open: 'Écrire au groupe …',
  title: 'Écrire à {{name}}',
  to: 'Envoyé à {{names}}, comme notification.',
  nobody: 'Personne n’est dans ce groupe en ce moment.',
  text: 'Votre message',
  hint: 'Tous les membres du groupe le lisent dans leurs notifications ; un courriel dit seulement qu’il y a quelque chose à lire.',
  wrong: 'Écrivez quelque chose, {{max}} caractères au plus.',
  send: 'Envoyer',
  sendAgain: 'Envoyer encore une fois',
  sent: '{{name}} est averti.',
  recent: 'On a déjà écrit à ce groupe le {{when}}',
  proposedNext:
    'Comment cela avance-t-il ? « {{title}} » est à remettre le {{when}}. Dites-moi si vous avez besoin d’aide.',
  proposed: 'Comment cela avance-t-il ? Dites-moi si vous avez besoin d’aide.',
} as const;
