/** Steps that a peer review can have beside handing in, reviewing and the result. */
export const optionalSteps = {
  title: 'Étapes facultatives',
} as const;

/** Two judgements of one work. */
export const comparison = {
  criterion: 'Critère',
  difference: 'Écart',
  same: 'Identique',
  higher: 'Plus haut de {{by}} de l’échelle',
  lower: 'Plus bas de {{by}} de l’échelle',
  none: 'Non évalué',
} as const;

/** Example works on which learners practise reviewing. */
export const calibration = {
  title: 'S’exercer à évaluer',
  link: 'Voir les exemples',
  intro:
    'Évaluez ces travaux d’exemple comme vous évaluerez ceux des autres. Vous verrez ensuite ce que l’équipe enseignante leur a donné, et pourquoi.',
  meanwhile: 'Tant que vous n’avez rien à évaluer, vous pouvez vous exercer sur un exemple.',
  standing: {
    notNeeded:
      'C’est un exercice : il ne compte pas, et vous pouvez évaluer les travaux des autres sans l’avoir fait.',
    open_one:
      'Vos évaluations des autres travaux s’ouvriront lorsque vous serez d’accord avec l’équipe enseignante sur {{count}} exemple de plus, à {{percent}} au moins.',
    open_many:
      'Vos évaluations des autres travaux s’ouvriront lorsque vous serez d’accord avec l’équipe enseignante sur {{count}} exemples de plus, à {{percent}} au moins pour chacun.',
    open_other:
      'Vos évaluations des autres travaux s’ouvriront lorsque vous serez d’accord avec l’équipe enseignante sur {{count}} exemples de plus, à {{percent}} au moins pour chacun.',
    agreed:
      'Votre accord avec l’équipe enseignante est suffisant : vous pouvez évaluer les travaux des autres.',
    letPass: 'L’équipe enseignante vous a ouvert vos évaluations.',
  },
  until: 'Vous pouvez évaluer les exemples jusqu’au {{when}}.',
  closed: 'Les évaluations sont closes, celles des exemples aussi.',
  none: {
    title: 'Pas encore d’exemples',
    text: 'L’équipe enseignante n’en a pas encore ajouté. Revenez plus tard.',
  },
  example: 'Exemple {{n}}',
  agreement: 'Accord : {{percent}}',
  attempts: 'Tentatives : {{done}}',
  attemptsOf: 'Tentatives : {{done}} sur {{of}}',
  open: '{{action}} : {{title}}',
  promise: 'Seule l’équipe enseignante voit votre évaluation d’un exemple.',
  noneLeft: 'Vous avez utilisé toutes les tentatives pour cet exemple.',
  again: 'L’évaluer encore une fois',
  againOf: 'L’évaluer encore une fois (tentative {{n}} sur {{of}})',
  back: 'Tous les exemples',
  you: 'Vous',
  staff: 'Équipe enseignante',
  compared: {
    ownPlaces: 'Ce que vous dites de passages du travail',
    staffPlaces: 'Ce que disent les enseignants sur des passages du travail',
    title: 'Vous et l’équipe enseignante',
    measure:
      'L’accord dit à quel point deux évaluations sont proches : 100 % moins leur écart moyen, rapporté à l’échelle de chaque critère.',
    own: 'Ce que vous avez écrit',
    staff: 'Ce que l’équipe enseignante a écrit',
  },
  staffTitle: 'Exemples et étalonnage',
  staffIntro:
    'Ajoutez des travaux de qualité différente et notez-les selon la grille. Les étudiants les évaluent sans connaître vos notes, et ne les voient qu’après avoir remis leur propre évaluation.',
  isOff: 'Les étudiants ne voient pas les exemples : cet exercice est désactivé dans les paramètres.',
  tooFew_one: '{{count}} exemple est demandé, {{ready}} sont prêts. D’ici là, il en faut moins pour réussir.',
  tooFew_many:
    '{{count}} exemples sont demandés, {{ready}} sont prêts. D’ici là, il en faut moins pour réussir.',
  tooFew_other:
    '{{count}} exemples sont demandés, {{ready}} sont prêts. D’ici là, il en faut moins pour réussir.',
  examples: 'Exemples',
  noExamples: {
    title: 'Aucun exemple',
    text: 'Deux ou trois suffisent pour commencer : un bon travail et un plus faible.',
  },
  add: 'Ajouter un exemple',
  ready: 'Prêt',
  notReady: 'Tous les critères ne sont pas notés',
  remove: 'Retirer',
  removeOne: 'Retirer « {{title}} »',
  removeTitle: 'Retirer « {{title}} » ?',
  removeText:
    'Les étudiants ne voient plus cet exemple. Ceux qui étaient d’accord avec vous gardent ce qu’ils ont atteint.',
  removed: '« {{title}} » a été retiré.',
  learners: 'Qui s’est exercé',
  table: 'Accord de chacun',
  passNone: 'L’exercice est facultatif.',
  passNeeds_one:
    'Pour évaluer, les étudiants doivent être d’accord avec vous à {{percent}} sur {{count}} exemple.',
  passNeeds_many:
    'Pour évaluer, les étudiants doivent être d’accord avec vous à {{percent}} sur chacun de {{count}} exemples.',
  passNeeds_other:
    'Pour évaluer, les étudiants doivent être d’accord avec vous à {{percent}} sur chacun de {{count}} exemples.',
  columns: {
    reviewed: 'Exemples',
    attempts: 'Tentatives',
    agreement: 'Accord',
    standing: 'Réussite',
    decide: 'Décision',
  },
  state: { notNeeded: 'Pas nécessaire', open: 'Pas encore', agreed: 'Réussi', letPass: 'Admis' },
  letPass: {
    label: { open: 'Admettre : {{name}}', letPass: 'Annuler : {{name}}' },
    button: { open: 'Admettre', letPass: 'Annuler' },
    of: { open: 'Admettre {{name}}', letPass: 'Annuler l’admission de {{name}}' },
    text: {
      open: 'Les évaluations s’ouvrent sans l’accord demandé.',
      letPass:
        'Les évaluations qui ne sont pas commencées se referment jusqu’à ce que l’accord soit atteint.',
    },
    done: {
      open: '{{name}} peut évaluer maintenant.',
      letPass: 'L’admission de {{name}} est annulée.',
    },
    reason: 'Raison',
    reasonHint: 'Seule l’équipe enseignante la voit.',
    reasonMissing: 'Veuillez donner une raison.',
  },
  form: {
    new: 'Nouvel exemple',
    title: 'Titre pour l’équipe enseignante',
    titleHint: 'Les étudiants voient « Exemple 1 », etc. : un titre peut dire ce qui est bon ou mauvais.',
    titleMissing: 'Veuillez donner un titre.',
    text: 'Texte du travail',
    workMissing: 'Écrivez quelque chose ou ajoutez un fichier.',
    places: 'Commentaires sur des passages',
    placesHint:
      'Sélectionnez ci-dessous des mots du travail pour les commenter. Les étudiants le lisent une fois leur propre évaluation rendue.',
    placesLost_one: '{{count}} commentaire porte sur des mots disparus et disparaît à l’enregistrement.',
    placesLost_many:
      '{{count}} de commentaires portent sur des mots disparus et disparaissent à l’enregistrement.',
    placesLost_other:
      '{{count}} commentaires portent sur des mots disparus et disparaissent à l’enregistrement.',
    scores: 'Ce que vous lui donnez',
    scoresHint: 'Les étudiants ne voient ceci qu’après avoir remis leur propre évaluation de l’exemple.',
    comment: 'Pourquoi : un commentaire pour ceux qui s’exercent',
    commentHint: 'Dites ce que vous avez remarqué, critère par critère.',
    save: 'Enregistrer l’exemple',
    saving: 'Enregistrement…',
    saved: 'L’exemple est enregistré.',
  },
  settings: {
    use: 'Les étudiants s’exercent à évaluer sur des exemples',
    useHint:
      'Vous ajoutez des travaux et les notez ; les étudiants les évaluent et comparent. Ils peuvent commencer avant la remise.',
    pass: 'Exiger une réussite avant d’ouvrir les vraies évaluations',
    passHint: 'Vous pouvez admettre certains étudiants sans cela.',
    examples: 'Exemples avec accord',
    examplesHint: 'S’il y en a moins, tous.',
    agreement: 'Accord avec vous pour chacun, en pour cent',
    limit: 'Limiter les tentatives par exemple',
    limitHint:
      'À partir de la deuxième tentative, les étudiants connaissent vos notes. La meilleure tentative compte.',
    attempts: 'Tentatives par exemple',
  },
} as const;
