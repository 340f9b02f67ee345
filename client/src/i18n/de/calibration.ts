/** Steps that a peer review can have beside handing in, reviewing and the result. */
export const optionalSteps = {
  title: 'Weitere Schritte',
} as const;

/** Two judgements of one work. */
export const comparison = {
  criterion: 'Kriterium',
  difference: 'Unterschied',
  same: 'Gleich',
  higher: 'Um {{by}} der Skala höher',
  lower: 'Um {{by}} der Skala niedriger',
  none: 'Nicht bewertet',
} as const;

/** Example works on which learners practise reviewing. */
export const calibration = {
  title: 'Begutachten üben',
  link: 'Zu den Beispielen',
  intro:
    'Begutachten Sie diese Beispielarbeiten so, wie Sie auch die Arbeiten der anderen begutachten werden. Danach sehen Sie, was die Lehrenden ihnen gegeben haben und warum.',
  meanwhile: 'Solange es für Sie nichts zu begutachten gibt, können Sie an einem Beispiel üben.',
  standing: {
    notNeeded:
      'Dies ist eine Übung: Sie zählt nicht, und Sie können auch ohne sie die Arbeiten der anderen begutachten.',
    open_one:
      'Ihre Gutachten zu anderen Arbeiten öffnen sich, sobald Sie bei {{count}} weiteren Beispiel zu mindestens {{percent}} mit den Lehrenden übereinstimmen.',
    open_other:
      'Ihre Gutachten zu anderen Arbeiten öffnen sich, sobald Sie bei {{count}} weiteren Beispielen jeweils zu mindestens {{percent}} mit den Lehrenden übereinstimmen.',
    agreed:
      'Sie stimmen so weit mit den Lehrenden überein, wie es verlangt ist: Sie können die Arbeiten der anderen begutachten.',
    letPass: 'Die Lehrenden haben Ihre Gutachten für Sie geöffnet.',
  },
  until: 'Die Beispiele können Sie begutachten bis {{when}}.',
  closed: 'Die Begutachtung ist beendet, auch die der Beispiele.',
  none: {
    title: 'Noch keine Beispiele',
    text: 'Die Lehrenden haben noch keine hinzugefügt. Schauen Sie später wieder vorbei.',
  },
  example: 'Beispiel {{n}}',
  agreement: 'Übereinstimmung: {{percent}}',
  attempts: 'Versuche: {{done}}',
  attemptsOf: 'Versuche: {{done}} von {{of}}',
  open: '{{action}}: {{title}}',
  promise: 'Ihr Gutachten zu einem Beispiel sehen nur die Lehrenden.',
  noneLeft: 'Sie haben bei diesem Beispiel alle Versuche verbraucht.',
  again: 'Noch einmal begutachten',
  againOf: 'Noch einmal begutachten (Versuch {{n}} von {{of}})',
  back: 'Alle Beispiele',
  you: 'Sie',
  staff: 'Lehrende',
  compared: {
    ownPlaces: 'Was Sie zu Stellen der Arbeit sagen',
    staffPlaces: 'Was die Lehrenden zu Stellen der Arbeit sagen',
    title: 'Sie und die Lehrenden',
    measure:
      'Die Übereinstimmung sagt, wie nah zwei Gutachten beieinanderliegen: 100 % abzüglich dessen, wie weit sie im Mittel auseinanderliegen, gemessen an der Skala jedes Kriteriums.',
    own: 'Was Sie geschrieben haben',
    staff: 'Was die Lehrenden geschrieben haben',
  },
  staffTitle: 'Beispiele und Kalibrierung',
  staffIntro:
    'Fügen Sie Arbeiten unterschiedlicher Güte hinzu und bewerten Sie diese nach dem Raster. Lernende begutachten sie, ohne Ihre Punkte zu kennen, und sehen diese erst, wenn sie ihr eigenes Gutachten abgegeben haben.',
  isOff: 'Lernende sehen die Beispiele nicht: Das Üben ist in den Einstellungen ausgeschaltet.',
  tooFew_one:
    'Verlangt ist {{count}} Beispiel, fertig sind {{ready}}. Bis dahin genügen weniger zum Bestehen.',
  tooFew_other:
    'Verlangt sind {{count}} Beispiele, fertig sind {{ready}}. Bis dahin genügen weniger zum Bestehen.',
  examples: 'Beispiele',
  noExamples: {
    title: 'Keine Beispiele',
    text: 'Zwei oder drei sind ein guter Anfang: ein gelungenes und ein schwaches.',
  },
  add: 'Beispiel hinzufügen',
  ready: 'Fertig',
  notReady: 'Noch nicht jedes Kriterium bewertet',
  remove: 'Entfernen',
  removeOne: '„{{title}}“ entfernen',
  removeTitle: '„{{title}}“ entfernen?',
  removeText:
    'Lernende sehen dieses Beispiel nicht mehr. Wer darin mit Ihnen übereingestimmt hat, behält, was damit erreicht ist.',
  removed: '„{{title}}“ wurde entfernt.',
  learners: 'Wer geübt hat',
  table: 'Übereinstimmung je Person',
  passNone: 'Das Üben ist freiwillig.',
  passNeeds_one:
    'Um zu begutachten, müssen Lernende bei {{count}} Beispiel zu {{percent}} mit Ihnen übereinstimmen.',
  passNeeds_other:
    'Um zu begutachten, müssen Lernende bei {{count}} Beispielen jeweils zu {{percent}} mit Ihnen übereinstimmen.',
  columns: {
    reviewed: 'Beispiele',
    attempts: 'Versuche',
    agreement: 'Übereinstimmung',
    standing: 'Bestanden',
    decide: 'Entscheidung',
  },
  state: { notNeeded: 'Nicht nötig', open: 'Noch nicht', agreed: 'Bestanden', letPass: 'Zugelassen' },
  letPass: {
    label: { open: 'Zulassen: {{name}}', letPass: 'Zurücknehmen: {{name}}' },
    button: { open: 'Zulassen', letPass: 'Zurücknehmen' },
    of: { open: '{{name}} zulassen', letPass: 'Zulassung von {{name}} zurücknehmen' },
    text: {
      open: 'Die Gutachten öffnen sich ohne die verlangte Übereinstimmung.',
      letPass:
        'Gutachten, die noch nicht begonnen sind, schließen sich wieder, bis die Übereinstimmung erreicht ist.',
    },
    done: {
      open: '{{name}} kann jetzt begutachten.',
      letPass: 'Die Zulassung von {{name}} ist zurückgenommen.',
    },
    reason: 'Begründung',
    reasonHint: 'Nur die Lehrenden sehen sie.',
    reasonMissing: 'Bitte geben Sie eine Begründung an.',
  },
  form: {
    new: 'Neues Beispiel',
    title: 'Titel für die Lehrenden',
    titleHint: 'Lernende sehen „Beispiel 1“ und so weiter: Ein Titel darf sagen, was gut oder schlecht ist.',
    titleMissing: 'Bitte geben Sie einen Titel an.',
    text: 'Text der Arbeit',
    workMissing: 'Schreiben Sie etwas oder fügen Sie eine Datei hinzu.',
    places: 'Anmerkungen an Stellen',
    placesHint:
      'Markieren Sie unten Wörter der Arbeit, um sie zu kommentieren. Lernende lesen es, sobald sie ihr eigenes Gutachten abgegeben haben.',
    placesLost_one:
      '{{count}} Anmerkung steht an Wörtern, die es nicht mehr gibt, und entfällt beim Speichern.',
    placesLost_other:
      '{{count}} Anmerkungen stehen an Wörtern, die es nicht mehr gibt, und entfallen beim Speichern.',
    scores: 'Was Sie der Arbeit geben',
    scoresHint:
      'Lernende sehen dies erst, wenn sie ihr eigenes Gutachten zu diesem Beispiel abgegeben haben.',
    comment: 'Warum: ein Kommentar für alle, die üben',
    commentHint: 'Sagen Sie Kriterium für Kriterium, was Ihnen aufgefallen ist.',
    save: 'Beispiel speichern',
    saving: 'Wird gespeichert …',
    saved: 'Das Beispiel ist gespeichert.',
  },
  settings: {
    use: 'Lernende üben das Begutachten an Beispielen',
    useHint:
      'Sie fügen Arbeiten hinzu und bewerten sie; Lernende begutachten sie und vergleichen. Damit können sie schon vor der Abgabe beginnen.',
    pass: 'Vor den echten Gutachten muss man bestehen',
    passHint: 'Einzelne Lernende können Sie auch so zulassen.',
    examples: 'Beispiele mit Übereinstimmung',
    examplesHint: 'Gibt es weniger, dann bei allen.',
    agreement: 'Übereinstimmung mit Ihnen bei jedem, in Prozent',
    limit: 'Versuche je Beispiel begrenzen',
    limitHint: 'Ab dem zweiten Versuch kennen Lernende Ihre Punkte. Der beste Versuch zählt.',
    attempts: 'Versuche je Beispiel',
  },
} as const;
