/** Ce que d’autres dates font aux étudiants qui voient déjà une activité. */
export const dateEffects = {
  changed: '{{step}} : {{when}}. Étudiants dont la date change : {{learners}}.',
  over: '{{step}} : aussitôt, le {{when}} étant passé. Étudiants dont la date change : {{learners}}.',
  gone: 'Cette date disparaît : « {{step}} ». Étudiants qu’elle concernait : {{learners}}.',
  milestone: 'Fin de « {{title}} »',
} as const;
