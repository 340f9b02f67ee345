export const contributions = {
  title: 'Contributions',
  who: 'Membre',
  left: '(a quitté le groupe)',
  known: 'Ce qui est connu ici',
  unknown: 'Inconnu',
  kinds: {
    text: 'Texte (caractères)',
    comments: 'Commentaires sur les pages',
    tasks: 'Tâches faites',
    meetings: 'Réunions suivies',
    files: 'Fichiers et versions',
  },
  textOf: {
    now: '« Texte » : ce que chacun a écrit et qui se trouve maintenant sur vos pages.',
    handedIn: '« Texte » : ce que chacun avait écrit sur les pages telles qu’elles ont été remises.',
    unknown: 'Pour cette étape, on ne sait pas qui a écrit quel texte.',
  },
  caveat:
    'C’est ce qui est connu ici, et non tout ce qui compte : on n’y voit ni les idées, ni les échanges, ni les appels, ni le travail dans d’autres outils, ni le texte écrit pour quelqu’un d’autre, ni si c’était bien fait ou difficile. Les genres ne s’additionnent pas, et personne n’est classé.',
  now: 'Seul votre groupe voit ceci. Vos enseignants le voient, avec ce que chacun en dit, à partir du {{when}}, et d’ici là seulement des indices sans noms, comme « une personne sur quatre a écrit la plus grande part du texte ». Les autres groupes ne le voient jamais.',
  over: 'L’étape est terminée. Votre groupe et vos enseignants voient ceci ; les autres groupes, jamais.',
  later:
    'Pendant qu’il travaille, seul le groupe voit ceci. Vous le voyez, avec ce que dit chaque membre, à partir du {{when}}.',
  own: 'Ce que j’ai fait',
  ownHint:
    'Avec vos mots, y compris ce qui ne se voit pas ci-dessus. Vous pouvez le modifier jusqu’au {{when}} ; ensuite il reste tel quel, et votre groupe et vos enseignants le lisent. D’ici là, vous seul le voyez.',
  statements: 'Avec leurs mots',
  nobodySaid: 'Personne n’a rien dit.',
} as const;
