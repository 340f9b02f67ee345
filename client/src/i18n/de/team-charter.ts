/** Texts of what groups agree on about working together. */
export const teamCharter = {
  title: 'Teamvereinbarung',
  all: 'Team\u00ADvereinbarungen',
  intro:
    'Was Sie über die Zusammenarbeit vereinbaren. Alle in der Gruppe können hier schreiben; es gilt, sobald alle zugestimmt haben.',
  introStaff:
    'Was die Gruppe über ihre Zusammenarbeit vereinbart hat. Sie sehen, was der Gruppe vorgelegt wurde, nicht ihren Entwurf.',
  sections: {
    goals: 'Ziele',
    norms: 'Regeln',
    roles: 'Rollen',
    meetings: 'Treffen',
    decisions: 'Wie wir entscheiden',
    disagreement: 'Wie wir mit Uneinigkeit umgehen',
  },
  prompts: {
    goals: 'Was wollen Sie gemeinsam erreichen, und wie gut soll es werden?',
    norms: 'Worauf können sich alle verlassen: Antworten, Pünktlichkeit, Qualität, Hilfe?',
    roles: 'Wer kümmert sich worum, und wann wechseln Sie?',
    meetings: 'Wann und wo treffen Sie sich, und was, wenn jemand nicht kann?',
    decisions: 'Wie entscheiden Sie: alle sind einverstanden, die Mehrheit, wer die Arbeit macht?',
    disagreement: 'Was tun Sie, wenn Sie uneinig sind oder sich jemand nicht daran hält?',
  },
  nothing: 'Der Gruppe ist noch nichts vorgelegt.',
  empty: '(nichts geschrieben)',
  standing: 'Version {{n}}, der Gruppe vorgelegt von {{name}}, {{when}}.',
  state: {
    none: 'Noch keine',
    toAgree: 'Zustimmungen fehlen',
    agreed: 'Alle haben zugestimmt',
  },
  agreements: 'Wer zugestimmt hat',
  agreedAt: 'Zugestimmt {{when}}',
  missing: 'Noch nicht',
  ask: 'Bitte lesen Sie sie. Ihre Zustimmung steht hier mit Name und Zeit.',
  agree: 'Ich stimme zu',
  agreed: 'Sie haben zugestimmt.',
  write: {
    title: 'Vereinbarung schreiben',
    again: 'Vereinbarung ändern',
    changes:
      'Was Sie hier ändern, gilt, sobald es der Gruppe vorgelegt ist und alle neu zugestimmt haben. Die Version oben bleibt lesbar.',
    propose: 'Der Gruppe vorlegen',
    proposed: 'Die Gruppe wird um Zustimmung gebeten. Mit dem Vorlegen haben Sie zugestimmt.',
    long: 'Schreiben Sie höchstens {{max}} Zeichen.',
  },
  earlier: {
    title: 'Frühere Versionen',
    version: 'Version {{n}}, {{when}}',
    agreedBy: 'Zugestimmt: {{names}}',
  },
  overview: {
    link: 'Vereinbarungen aller Gruppen',
    count: 'Zugestimmt: {{agreed}} von {{members}}',
    intro: 'Welche Gruppen vereinbart haben, wie sie zusammenarbeiten. Öffnen Sie eine, um sie zu lesen.',
    none: 'Es gibt noch keine Gruppen',
  },
  setUp: {
    ask: 'Gruppen schreiben eine Teamvereinbarung',
    hint: 'Jede Gruppe vereinbart Ziele, Regeln und Arbeitsweise. Jedes Mitglied stimmt mit Namen zu; eine Änderung braucht wieder alle.',
    prompts: 'Wonach die Vereinbarung fragt',
    promptsHint: 'Fragen, die Sie nicht ändern, erscheinen in der Sprache der Lesenden.',
  },
} as const;
