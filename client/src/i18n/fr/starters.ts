/** Texts of what a new peer review can start from. */
export const starters = {
  label: 'Partir de',
  hint: 'Règle la grille, les consignes, les dates et la notation ci-dessous. Tout peut être modifié ; le titre et les points restent tels quels.',
  applied: '« {{name}} » est repris ci-dessous.',
  general: {
    name: 'Général',
    description: 'Tout travail écrit : contenu, structure et arguments, en points. Trois évaluations.',
  },
  essay: {
    name: 'Dissertation',
    description:
      'Un texte argumenté, évalué par niveaux, avec un commentaire sur la thèse. Trois évaluations, une semaine par étape.',
    instructions:
      'Rendez votre dissertation sous forme de texte ou de fichier. Énoncez votre thèse au début et citez vos sources.\n\nPour évaluer, lisez d’abord tout le texte. Dites ensuite ce qui vous convainc, ce qui ne vous convainc pas et ce que l’auteur pourrait essayer.',
    criteria: {
      thesis: {
        title: 'Thèse et argumentation',
        description: 'La thèse est-elle claire, et chaque étape y conduit-elle ?',
      },
      evidence: {
        title: 'Preuves',
        description: 'Les affirmations s’appuient-elles sur des sources ou des exemples vérifiables ?',
      },
      structure: {
        title: 'Structure',
        description: 'L’introduction, les paragraphes et la conclusion guident-ils le lecteur ?',
      },
      language: {
        title: 'Langue',
        description: 'Est-elle précise, lisible et sans erreurs gênantes ?',
      },
    },
  },
  presentation: {
    name: 'Exposé',
    description:
      'Des diapositives ou un enregistrement, évalués sur des échelles, avec des conseils pour la suite. Quatre évaluations courtes.',
    instructions:
      'Rendez vos diapositives ou un enregistrement de dix minutes au plus.\n\nPour évaluer, regardez l’exposé comme si vous étiez dans le public : notez ce que vous en retenez, puis évaluez et conseillez.',
    criteria: {
      message: {
        title: 'Message',
        description: 'Savez-vous ensuite de quoi il s’agissait et pourquoi c’est important ?',
      },
      delivery: {
        title: 'Expression orale',
        description: 'Rythme, voix et contact avec le public ; ne s’applique pas aux diapositives seules.',
      },
      visuals: {
        title: 'Supports visuels',
        description: 'Les diapositives et images aident-elles à comprendre, sans trop de texte ?',
      },
      advice: {
        title: 'Conseil pour la prochaine fois',
        description: 'Une chose à garder, une chose à changer.',
      },
    },
  },
  code: {
    name: 'Code',
    description:
      'Un programme avec une courte explication : fonctionne-t-il, est-il testé, est-il lisible ? Deux évaluations approfondies ; évaluer compte pour 20 %.',
    instructions:
      'Rendez votre code sous forme de fichier ou de lien, avec quelques lignes sur la façon de l’exécuter.\n\nPour évaluer, exécutez-le d’abord, puis lisez-le. Indiquez le fichier et la ligne dans vos commentaires.',
    criteria: {
      works: {
        title: 'Il fait ce qui était demandé',
        description: 'Exécutez-le avec l’exemple de l’énoncé et avec un des vôtres.',
      },
      readability: {
        title: 'Lisibilité',
        description: 'Noms, longueur des fonctions, commentaires qui disent pourquoi.',
      },
      tests: {
        title: 'Tests',
        description: 'Couvrent-ils le cas courant et les limites, et pourraient-ils échouer ?',
      },
      design: {
        title: 'Conception',
        description: 'Les parties sont-elles bien séparées ? Que feriez-vous autrement ?',
      },
    },
  },
  design: {
    name: 'Critique de design',
    description:
      'Des esquisses ou un prototype : but, usage et exécution, avec une critique rédigée. Trois évaluations, étapes courtes.',
    instructions:
      'Rendez des images ou un lien vers votre prototype, et dites en deux phrases à qui il s’adresse.\n\nPour évaluer, décrivez d’abord ce que vous voyez, puis l’effet produit, et ne jugez qu’ensuite.',
    criteria: {
      goal: {
        title: 'Atteint son but',
        description: 'Résout-il le problème de ceux à qui il s’adresse ?',
      },
      use: {
        title: 'Usage',
        description: 'S’y retrouve-t-on sans explication, même sans souris ou avec une mauvaise vue ?',
      },
      craft: {
        title: 'Exécution',
        description: 'Typographie, couleur, espacement et détails.',
      },
      critique: {
        title: 'Critique',
        description: 'Ce qui fonctionne, ce qui ne fonctionne pas et une piste à essayer.',
      },
    },
  },
  clinical: {
    name: 'Protocole clinique',
    description:
      'Un protocole ou plan de soins : la sécurité d’abord, les preuves, l’exhaustivité. Deux évaluations attentives et motivées.',
    instructions:
      'Rendez votre protocole sans rien qui permette de reconnaître un patient. Indiquez la recommandation suivie.\n\nPour évaluer, vérifiez d’abord la sécurité et dites ce que vous feriez face à un risque.',
    criteria: {
      safety: {
        title: 'Sûr pour le patient',
        description:
          'Aucune étape ne met personne en danger ; les risques sont nommés, avec la conduite à tenir.',
      },
      evidence: {
        title: 'Preuves',
        description: 'Suit-il une recommandation actuelle, ou donne-t-il de bonnes raisons de s’en écarter ?',
      },
      completeness: {
        title: 'Exhaustivité',
        description: 'Évaluation, étapes, doses, rôles et suivi.',
      },
      clarity: {
        title: 'Clarté',
        description: 'Un collègue pourrait-il agir aussitôt d’après lui, même la nuit ?',
      },
    },
  },
  product: {
    name: 'Production de groupe',
    description:
      'Ce qu’un groupe a réalisé, et comment : résultat, utilité, documentation. Trois évaluations ; évaluer compte pour 20 %.',
    instructions:
      'Rendez la production de votre groupe, avec une page sur la façon dont elle est née et sur le rôle de chacun.\n\nPour évaluer, essayez-la comme le ferait une personne à qui elle est destinée.',
    criteria: {
      result: {
        title: 'Résultat',
        description: 'Est-elle achevée, correcte et de bonne qualité ?',
      },
      usefulness: {
        title: 'Utilité',
        description: 'Aide-t-elle ceux à qui elle est destinée ?',
      },
      documentation: {
        title: 'Documentation',
        description: 'D’autres peuvent-ils la comprendre, l’utiliser et la poursuivre ?',
      },
      process: {
        title: 'Travail en commun',
        description: 'La page montre-t-elle comment le groupe a réparti et vérifié son travail ?',
      },
    },
  },
} as const;
