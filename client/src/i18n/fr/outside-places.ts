/** Boards and video rooms outside that groups use. */
export const outsidePlaces = {
  title: 'Tableau et salle vidéo',
  kinds: { board: 'Tableau', videoRoom: 'Salle vidéo' },
  open: {
    board: 'Ouvrir le tableau sur {{host}} (nouvel onglet)',
    videoRoom: 'Rejoindre la salle vidéo sur {{host}} (nouvel onglet)',
  },
  change: { board: 'Changer l’adresse du tableau', videoRoom: 'Changer l’adresse de la salle vidéo' },
  none: {
    board:
      'Il n’y a pas encore de tableau. Créez-en un, partagez-le avec tout le groupe et collez son adresse ici.',
    videoRoom: 'Il n’y a pas encore de salle vidéo. Créez-en une et collez son adresse ici.',
  },
  noneYet: 'Il n’y a pas encore d’adresse.',
  notAsked: 'Le projet n’a ni tableaux ni salles vidéo.',
  evidence: 'Un tableau change. Avec une étape, vous en remettez un PDF ou une image.',
  show: 'Afficher le tableau ici',
  showHint:
    'Il est chargé depuis {{host}}, qui apprend que vous le regardez. S’il reste vide, ouvrez-le dans un nouvel onglet.',
  frame: 'Tableau sur {{host}}',
  address: 'Adresse',
  addressHint: 'Elle commence par https:// et mène à {{hosts}}.',
  wrong: 'Saisissez une adresse qui commence par https:// et mène à un des services nommés ici.',
  save: 'Enregistrer',
  saved: 'L’adresse est enregistrée.',
  all: 'Tableaux, salles vidéo et salles de petits groupes',
  allText:
    'Où va chaque groupe. Ouvrez un groupe pour coller ou changer ses adresses ; les modèles pour tous les groupes sont dans les réglages du projet.',
  line: '{{kind}} : {{where}}',
  missing: 'pas encore',
  breakout: {
    title: 'Salles de petits groupes',
    text: 'Qui est dans quel groupe maintenant, en fichier. Zoom prend le sien à la planification d’une réunion, dans les réglages des salles de petits groupes.',
    zoom: 'CSV pour Zoom',
    plain: 'CSV avec les noms',
    zoomName: 'Salles de {{title}}',
    plainName: 'Groupes de {{title}}',
    without_one: '{{count}} membre n’est pas dans le fichier',
    without_many: '{{count}} de membres ne sont pas dans le fichier',
    without_other: '{{count}} membres ne sont pas dans le fichier',
    withoutText:
      'Votre LMS ne donne pas leur adresse e-mail, et Zoom ne reconnaît les personnes qu’à elle. Le fichier avec les noms contient tout le monde.',
  },
  setUp: {
    ask: {
      board: 'Un tableau externe pour chaque groupe',
      videoRoom: 'Une salle vidéo externe pour chaque groupe',
    },
    pattern: 'Adresse pour tous les groupes',
    patternHint:
      '{group} y tient lieu du nom du groupe, par exemple https://meet.jit.si/notre-cours-{group}. Vide : une adresse est collée pour chaque groupe. Qui connaît le modèle peut deviner les adresses des autres groupes.',
    groupsPaste: 'Les groupes peuvent coller leur propre adresse',
  },
} as const;
