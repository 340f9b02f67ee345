/** Texts of what waits for staff. */
export const queue = {
  title: 'Wartet auf Sie',
  intro: 'Alles in diesem Kurs, was ohne das Lehrteam nicht weitergeht, das Älteste zuerst.',
  empty: {
    open: { title: 'Nichts wartet auf Sie', text: 'Sobald etwas einen Menschen braucht, erscheint es hier.' },
    snoozed: {
      title: 'Nichts ist zurückgestellt',
      text: 'Was Sie zurückstellen, steht bis zu seinem Tag hier.',
    },
    done: {
      title: 'Nichts ist als erledigt markiert',
      text: 'Was Sie als erledigt markieren, steht hier, solange seine Ursache besteht.',
    },
    filtered: {
      title: 'Nichts passt zu diesen Filtern',
      text: 'Wählen Sie andere Filter, um das Übrige zu sehen.',
    },
  },
  filter: {
    state: 'Anzeigen',
    states: { open: 'Offen', snoozed: 'Zurückgestellt', done: 'Erledigt' },
    who: 'Zugewiesen an',
    whom: { all: 'Beliebig', mine: 'Mich', nobody: 'Niemanden' },
    kind: 'Betrifft',
    kinds: {
      all: 'Alles',
      work: 'Arbeiten und Gutachten',
      dispute: 'Beanstandungen',
      gradebook: 'Das Notenbuch',
      people: 'Personen und Gruppen',
    },
    activity: 'Aktivität',
    everyActivity: 'Alle Aktivitäten',
    thisActivity: 'Eine Aktivität ohne offene Punkte',
    counted: '{{text}} ({{number}})',
  },
  acts: {
    assign: 'Zuweisen',
    snooze: 'Zurückstellen',
    unsnooze: 'Zurückholen',
    done: 'Erledigt',
    reopen: 'Wieder öffnen',
  },
  assign: {
    title: 'Wer kümmert sich darum?',
    who: 'Zugewiesen an',
    me: 'Mich',
    nobody: 'Niemanden',
    unnamed: 'Jemand ohne Namen',
    do: 'Zuweisen',
  },
  snooze: {
    title: 'Zurückstellen',
    until: 'Bis',
    tomorrow: 'Morgen',
    nextWeek: 'Nächste Woche',
    onDay: 'Ein bestimmter Tag',
    day: 'Tag',
    dayHint: 'Innerhalb der nächsten drei Monate; es erscheint um acht Uhr morgens wieder.',
    do: 'Zurückstellen',
  },
  standing: {
    assigned: 'Bei {{name}}',
    snoozed: 'Zurückgestellt bis {{when}}',
    done: 'Erledigt von {{name}}, {{when}}',
  },
  said: {
    done: 'Als erledigt markiert.',
    snoozed: 'Zurückgestellt bis {{when}}.',
    assigned: 'Zugewiesen.',
    unassigned: 'Niemandem zugewiesen.',
    reopened: 'Wieder offen.',
  },
  keys: {
    hint: 'Tasten: j und k gehen durch die Liste, Enter führt den nächsten Schritt aus, a weist zu, s stellt zurück, e markiert als erledigt.',
    next: 'Nächster Punkt (Enter führt seinen nächsten Schritt aus)',
    previous: 'Vorheriger Punkt',
    assign: 'Den Punkt zuweisen',
    snooze: 'Den Punkt zurückstellen oder zurückholen',
    done: 'Den Punkt als erledigt markieren oder wieder öffnen',
  },
  since: 'Seit {{when}}',
  until: 'Bis {{when}}',
  action: {
    RETRY_SCORE: 'Erneut versuchen',
    RELEASE_AGAIN: 'Erneut freigeben',
    READ_AGAIN: 'Erneut lesen',
    RETRY_COLUMN: 'Erneut versuchen',
  },
  openWork: 'Arbeit öffnen',
  openDisputes: 'Beanstandungen öffnen',
  openDiscussion: 'Diskussion öffnen',
  openModeration: 'Moderation öffnen',
  openProblems: 'Probleme öffnen',
  busy: 'Läuft …',
  actionFor: '{{action}}: {{name}}',
  retried: 'Wieder unterwegs. Sobald das Notenbuch annimmt, verschwindet der Eintrag aus dieser Liste.',
  done: 'Unterwegs',
  words: 'Das Notenbuch meldet: {{words}}',
  openQuestionnaire: 'Fragebogen öffnen',
  openEvaluation: 'Ansehen, was Mitglieder sagen',
  openActivity: 'Aktivität öffnen',
  because: {
    LESSONS_OFFERED_one: 'In „{{name}}“ bietet eine Gruppe den anderen eine Erfahrung an',
    LESSONS_OFFERED_other: 'In „{{name}}“ bieten Gruppen den anderen {{count}} Erfahrungen an',
    MEMBER_DID_LESS: 'Hat {{name}} in „{{group}}“ weniger getan als die anderen? ({{title}})',
    MEMBERS_RAISE_EACH_OTHER: 'Bewerten sich in „{{group}}“ zwei Mitglieder gegenseitig hoch? ({{title}})',
    MEMBERS_AT_ODDS: 'Sind in „{{group}}“ zwei Mitglieder zerstritten? ({{title}})',
    DYNAMICS_LOW: 'In „{{name}}“ sagt „{{group}}“ nach „{{title}}“, dass sie nicht gut zusammenarbeitet',
    DELIVERABLES_MISSING_one: 'In „{{name}}“ hat eine Gruppe „{{title}}“ nicht abgegeben',
    DELIVERABLES_MISSING_other: 'In „{{name}}“ haben {{count}} Gruppen „{{title}}“ nicht abgegeben',
    DELIVERABLES_UNMARKED_one: 'In „{{name}}“ wartet eine Gruppe auf die Bewertung von „{{title}}“',
    DELIVERABLES_UNMARKED_other: 'In „{{name}}“ warten {{count}} Gruppen auf die Bewertung von „{{title}}“',
    CHARTERS_MISSING_one: 'In „{{name}}“ hat eine Gruppe keine Teamvereinbarung',
    CHARTERS_MISSING_other: 'In „{{name}}“ haben {{count}} Gruppen keine Teamvereinbarung',
    THREADS_UNANSWERED: 'In „{{name}}“ wartet ein Thema auf eine Antwort',
    MEMBERS_QUIET: 'In „{{name}}“ sind Lernende still',
    THREADS_ONE_SIDED: 'In „{{name}}“ ist ein Thema einseitig',
    POSTS_HELD_one: 'In „{{name}}“ wartet {{count}} Beitrag auf Freigabe',
    POSTS_HELD_other: 'In „{{name}}“ warten {{count}} Beiträge auf Freigabe',
    POST_REPORTED: 'In „{{name}}“ wurde ein Beitrag gemeldet',
    REVIEW_PROBLEM: 'Zur Arbeit von {{name}} meldet jemand beim Begutachten: {{reason}}',
    REVIEWS_DISAGREE_one: 'In „{{name}}“ liegen die Gutachten einer Arbeit weit auseinander',
    REVIEWS_DISAGREE_other: 'In „{{name}}“ liegen die Gutachten von {{count}} Arbeiten weit auseinander',
    DISPUTE_WAITS: '{{name}} beanstandet eine Bewertung oder ein Gutachten',
    MARKS_DIFFER: 'Zwei Personen haben die Arbeit {{name}} zu unterschiedlich bewertet: {{marks}}',
    SCORE_REFUSED: 'Das Notenbuch hat die Bewertung von {{name}} abgelehnt',
    SCORE_UNREACHABLE: 'Das Notenbuch war für die Bewertung von {{name}} nicht erreichbar',
    NO_GRADEBOOK_COLUMN: 'Das Notenbuch hat keine Spalte für die Bewertung von {{name}}',
    SCORE_CHANGED_IN_LMS: 'Die Bewertung von {{name}} wurde im Notenbuch geändert',
    MEMBER_NOT_IN_COURSE: 'Das Notenbuch kennt {{name}} in diesem Kurs nicht',
    GRADE_INVALID: 'Die Bewertung von {{name}} lässt sich so nicht senden',
    ROSTER_NOT_READ: 'Die Mitgliederliste des Kurses konnte nicht gelesen werden',
    GROUPS_NOT_READ: 'Die Gruppen des Kurses konnten nicht gelesen werden',
    LMS_NOT_ALLOWED: 'Das Notenbuch lässt Roundtable die Bewertung von {{name}} nicht senden',
    ASSIGNMENT_UNPUBLISHED: 'Die Bewertung von {{name}} wartet, bis die Aufgabe im Kurs veröffentlicht ist',
    GRADE_NOT_TAKEN_BACK: 'Die Bewertung von {{name}} konnte nicht aus dem Notenbuch zurückgenommen werden',
    COURSE_CONCLUDED:
      'Der Kurs ist abgeschlossen, deshalb nimmt sein Notenbuch die Bewertung von {{name}} nicht an',
    ATTEMPTS_EXHAUSTED: '{{name}} hat abgegeben, hat im Kurs aber keinen Versuch mehr',
    LMS_UNREACHABLE_one: 'Das Notenbuch antwortet nicht; eine Bewertung wartet',
    LMS_UNREACHABLE_other: 'Das Notenbuch antwortet nicht; {{count}} Bewertungen warten',
    COLUMN_REFUSED: 'Das Notenbuch hat die Spalte „{{name}}“ abgelehnt',
    COLUMN_UNREACHABLE: 'Das Notenbuch war für die Spalte „{{name}}“ nicht erreichbar',
    COLUMN_GONE: 'Die Spalte „{{name}}“ wurde im Notenbuch gelöscht',
    WORK_MISSING_one: 'In „{{name}}“ hat eine Person nichts abgegeben',
    WORK_MISSING_other: 'In „{{name}}“ haben {{count}} Lernende nichts abgegeben',
    GROUP_MISSING_one: 'In „{{name}}“ ist eine Person in keiner Gruppe und kann nicht abgeben',
    GROUP_MISSING_other: 'In „{{name}}“ sind {{count}} Lernende in keiner Gruppe und können nicht abgeben',
    REVIEW_GROUP_MISSING_one: 'In „{{name}}“ ist eine Person in keiner Gruppe und kann nicht begutachten',
    REVIEW_GROUP_MISSING_other:
      'In „{{name}}“ sind {{count}} Lernende in keiner Gruppe und können nicht begutachten',
    REVIEWS_NOT_ALLOCATED: 'In „{{name}}“ ist die Abgabe beendet, aber die Begutachtung hat nicht begonnen',
    REVIEWS_MISSING_one: 'In „{{name}}“ fehlen Gutachten von einer Person, und die Frist ist vorbei',
    REVIEWS_MISSING_other: 'In „{{name}}“ fehlen Gutachten von {{count}} Lernenden, und die Frist ist vorbei',
    WORKS_SHORT_one:
      'In „{{name}}“ hat eine Arbeit weniger Gutachten als vorgesehen, und die Zeit ist fast um',
    WORKS_SHORT_other:
      'In „{{name}}“ haben {{count}} Arbeiten weniger Gutachten als vorgesehen, und die Zeit ist fast um',
    RELEASE_DUE: 'In „{{name}}“ ist die Begutachtung beendet, aber die Bewertungen sind nicht freigegeben',
  },
  adviceQuestionnaire:
    'Prüfen Sie die Punkte in den Einstellungen des Fragebogens: Die Bewertungen entstehen dann neu und werden gesendet.',
  advice: {
    LESSONS_OFFERED: 'Lesen Sie sie und entscheiden Sie, ob der ganze Kurs sie liest.',
    MEMBER_DID_LESS:
      'Die anderen sagen es, die Person selbst sieht es anders. Sprechen Sie zuerst mit der Gruppe; keine Note ändert sich dadurch.',
    MEMBERS_RAISE_EACH_OTHER:
      'Zwei bewerten einander weit höher, als alle anderen sie bewerten. Fragen Sie nach dem Grund; keine Note ändert sich dadurch.',
    MEMBERS_AT_ODDS:
      'Zwei bewerten einander niedrig, die anderen nicht. Fragen Sie, ob es einen Konflikt gibt; keine Note ändert sich dadurch.',
    DYNAMICS_LOW:
      'Fragen Sie die ganze Gruppe, wie es ihr geht und was helfen würde. Einzelne Antworten sehen Sie nicht, und keine Note ändert sich dadurch.',
    DELIVERABLES_MISSING:
      'Fragen Sie nach, woran es liegt. Ein späterer Termin für ein Mitglied lässt die ganze Gruppe abgeben.',
    DELIVERABLES_UNMARKED: 'Gehen Sie die Arbeiten durch, die warten; die aus Ihrem Anteil kommen zuerst.',
    CHARTERS_MISSING: 'Fragen Sie nach, woran es liegt: Die Liste zeigt, welche Gruppen es sind.',
    THREADS_UNANSWERED: 'Antworten Sie, oder weisen Sie Lernende darauf hin.',
    MEMBERS_QUIET: 'Stupsen Sie sie an: Sie erhalten eine Mitteilung.',
    THREADS_ONE_SIDED:
      'Holen Sie andere Stimmen dazu: Stellen Sie dort eine Frage, oder stupsen Sie Stille an.',
    POSTS_HELD:
      'Geben Sie jeden Beitrag frei oder lehnen Sie ihn mit Begründung ab; bis dahin sieht ihn nur, wer ihn geschrieben hat.',
    POST_REPORTED:
      'Lesen Sie den Beitrag und was gegen ihn gesagt wird: blenden Sie ihn aus, oder weisen Sie die Meldung ab.',
    REVIEW_PROBLEM:
      'Lesen Sie die Meldung und die Arbeit; geben Sie eine andere Arbeit zum Begutachten, oder weisen Sie die Meldung mit einem Wort ab.',
    REVIEWS_DISAGREE:
      'Lesen Sie die Arbeit und ihre Gutachten: korrigieren Sie sie, setzen Sie ihre Bewertung, oder lassen Sie es bei den Gutachten.',
    MARKS_DIFFER: 'Lesen Sie die Arbeit und beide Bewertungen und entscheiden Sie, welche Bewertung gilt.',
    DISPUTE_WAITS:
      'Lesen Sie, was beanstandet wird, übernehmen Sie die Beanstandung und beantworten Sie sie.',
    SCORE_REFUSED:
      'Klären Sie im Kurs, was das Notenbuch beanstandet, und versuchen Sie es dann noch einmal.',
    SCORE_UNREACHABLE:
      'Viele Versuche sind gescheitert. Versuchen Sie es noch einmal, wenn der Kurs erreichbar ist.',
    NO_GRADEBOOK_COLUMN:
      'Schalten Sie für diese Aktivität im Kurs die Bewertung ein und versuchen Sie es dann noch einmal.',
    SCORE_CHANGED_IN_LMS:
      'Nichts wurde überschrieben. Versuchen Sie es nur dann noch einmal, wenn die Bewertung von hier gelten soll.',
    MEMBER_NOT_IN_COURSE:
      'Ist die Person noch im Kurs eingeschrieben, versuchen Sie es noch einmal; sonst ist nichts zu tun.',
    GRADE_INVALID: 'Prüfen Sie die Punkte in den Einstellungen und geben Sie dann erneut frei.',
    ROSTER_NOT_READ:
      'Niemand wurde deshalb von der Liste genommen. Sie wird jede Stunde von selbst neu gelesen.',
    GROUPS_NOT_READ:
      'Niemand wurde deshalb aus einer Gruppe genommen. Die Gruppen werden mit der Mitgliederliste neu gelesen.',
    LMS_NOT_ALLOWED:
      'Die Administration muss Roundtable das Notenbuch benutzen lassen. Jede Stunde folgt ein neuer Versuch.',
    ASSIGNMENT_UNPUBLISHED:
      'Veröffentlichen Sie die Aufgabe im Kurs. Alle zehn Minuten folgt ein neuer Versuch.',
    GRADE_NOT_TAKEN_BACK:
      'Dieses Notenbuch behält Bewertungen, die es einmal hat. Löschen Sie die Bewertung dort von Hand und versuchen Sie es dann noch einmal.',
    COURSE_CONCLUDED:
      'Sollen noch Bewertungen gesendet werden, lassen Sie den Kurs wieder öffnen und versuchen Sie es dann noch einmal.',
    ATTEMPTS_EXHAUSTED:
      'Die Arbeit bleibt hier erhalten und kann begutachtet und bewertet werden. Damit sie im Kurs zählt, erlauben Sie dort einen weiteren Versuch und versuchen Sie es dann noch einmal.',
    LMS_UNREACHABLE:
      'Nichts geht verloren, und hier ist nichts zu tun: Sobald das Notenbuch antwortet, wird gesendet. Dauert es an, sagen Sie der Administration Bescheid.',
    COLUMN_REFUSED:
      'Klären Sie im Kurs, was das Notenbuch beanstandet, und versuchen Sie es dann noch einmal.',
    COLUMN_UNREACHABLE: 'Ein neuer Versuch folgt von selbst. Bis dahin warten die Bewertungen hier.',
    COLUMN_GONE:
      'Die Bewertungen warten hier. Mit „Erneut versuchen“ wird die Spalte neu angelegt, mit allen Bewertungen.',
    WORK_MISSING:
      'Fragen Sie nach, woran es liegt. Solange die Begutachtung nicht begonnen hat, ermöglicht ein späterer Termin die Abgabe.',
    GROUP_MISSING:
      'Ordnen Sie sie auf der Seite „Gruppen“ einer Gruppe zu, oder öffnen Sie dort die Eintragung. Wer in einer Gruppe ist, gibt mit ihr ab.',
    REVIEW_GROUP_MISSING:
      'Ordnen Sie sie auf der Seite „Gruppen“ einer Gruppe zu, oder öffnen Sie dort die Eintragung. Was die Gruppe noch nicht abgeschickt hat, ist dann auch ihre Aufgabe.',
    REVIEWS_NOT_ALLOCATED:
      'Für die Begutachtung braucht es mindestens zwei Arbeiten. Wählen Sie einen späteren Termin oder beginnen Sie auf der Seite der Aktivität.',
    REVIEWS_MISSING:
      'Wählen Sie einen späteren Termin für die Gutachten oder geben Sie die Bewertungen aus den vorhandenen Gutachten frei.',
    WORKS_SHORT:
      'Geben Sie die Arbeiten weiteren Personen zum Begutachten, wählen Sie einen späteren Termin, oder bewerten Sie sie selbst.',
    RELEASE_DUE: 'Sehen Sie die Ergebnisse durch und geben Sie sie auf der Seite der Aktivität frei.',
  },
} as const;
