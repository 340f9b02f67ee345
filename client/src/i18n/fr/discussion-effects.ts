/** Ce que des réglages modifiés font à une discussion déjà visible. */
export const discussionEffects = {
  mode: 'La forme est désormais « {{to}} ». Étudiants : {{learners}}.',
  postFirst: 'Désormais : « {{to}} ». Étudiants qui ne voient rien des autres avant d’écrire : {{silent}}.',
  marks: {
    accepted:
      'Réponses acceptées qui ne valent plus comme telles tant que vous ne revenez pas en arrière : {{n}}.',
    endorsed:
      'Messages ayant l’aval de l’équipe enseignante qui ne répondent à aucune question et ne sont plus signalés tant que vous ne revenez pas en arrière : {{n}}.',
    sides: 'Messages dont le camp n’est plus affiché tant que vous ne revenez pas en arrière : {{n}}.',
    sideless: 'Messages qui ne prennent pas position : {{n}}.',
  },
  names: 'Noms pour ce qui s’écrit désormais : {{to}}. Messages qui gardent la promesse faite : {{kept}}.',
  historyAll:
    'Qui lit un message lit aussi ce qu’il disait avant, même pour ce qui est déjà écrit. Messages : {{kept}}.',
  historyStaff: 'Seule l’équipe enseignante lit ce que les messages disaient avant. Messages : {{kept}}.',
  approvalOn:
    'Ce que les étudiants écrivent désormais attend l’approbation de l’équipe enseignante. Étudiants : {{learners}}. Ce qui existe reste.',
  approvalOff:
    'Ce que les étudiants écrivent désormais paraît aussitôt. Messages qui continuent d’attendre une approbation : {{waiting}}.',
  perGroup: 'Chaque groupe discute séparément. Étudiants : {{learners}}.',
  together: 'Tout le cours discute ensemble. Étudiants : {{learners}}.',
  end: 'Les étudiants écrivent jusqu’au {{when}}. Étudiants dont la date change : {{learners}}.',
  keeping: 'Étudiants qui gardent leurs propres dates : {{kept}} ({{who}}).',
  noEnd: 'Les étudiants écrivent sans fin prévue. Étudiants : {{learners}}.',
  over: 'L’écriture prend fin aussitôt, le {{when}} étant passé. Étudiants dont la date change : {{learners}}.',
  milestones: 'Les attentes changent. Étudiants dont la liste change : {{learners}}.',
  points: 'La colonne du carnet de notes a {{to}} points au lieu de {{from}}.',
  grading: 'Les notes sont établies comme vous l’avez choisi.',
  gradesStay:
    'Notes publiées qui restent telles quelles jusqu’à un nouveau calcul sur la page de la discussion : {{grades}}.',
} as const;
