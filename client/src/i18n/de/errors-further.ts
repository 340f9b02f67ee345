/** Refusals that only pages meet which come with these texts. */
export const errorsFurther = {
  CHARTER_EMPTY: 'Bitte schreiben Sie zuerst etwas.',
  TEAM_LIST_FULL: 'Es sind so viele da, wie eine Gruppe haben kann.',
  NOT_IN_GROUP: 'Sie sind nicht in der Gruppe, die diese Arbeit abgibt.',
  DISCUSSION_CLOSED: 'Die Diskussion ist geschlossen. Schreiben ist hier nicht mehr möglich.',
  POST_DELETED: 'Dieser Beitrag ist gelöscht. Ihr Text bleibt als Entwurf erhalten.',
  DISCUSSION_HAS_POSTS:
    'Es wurde schon geschrieben, deshalb bleiben die Gruppen dieser Diskussion, wie sie sind.',
  NO_DISCUSSION_GROUP: 'Sie sind in keiner Gruppe dieser Diskussion. Ihr Text bleibt als Entwurf erhalten.',
  POST_EMPTY: 'Bitte schreiben Sie zuerst etwas oder hängen Sie eine Datei an.',
  SYNTHESIS_NAMES:
    'Hier steht der Name von jemandem, den die anderen in diesem Thema nicht kennen. Sagen Sie es ohne den Namen.',
  POST_MENTIONS:
    'In einen Beitrag passen höchstens 30 Erwähnungen, und nur von Personen, die hier mitlesen. Ihr Text ist als Entwurf aufgehoben.',
  POST_SIDE_MISSING:
    'Geben Sie an, ob Ihr Beitrag dafür oder dagegen ist. Ihr Text bleibt als Entwurf erhalten.',
  ENDORSED_TOO_MANY: 'Hier sind genug Beiträge bestätigt. Nehmen Sie zuerst eine Bestätigung zurück.',
  PINNED_TOO_MANY: 'Hier sind genug Themen angeheftet. Lösen Sie zuerst eines.',
  POST_MOVED: 'Die Lehrenden haben diesen Beitrag an eine andere Stelle verschoben.',
  MOVE_RUNNING:
    'Gerade werden andere Beiträge dieser Diskussion verschoben. Versuchen Sie es gleich noch einmal.',
  POST_HIDDEN:
    'Dieser Beitrag ist von den Lehrenden ausgeblendet. Was Sie geschrieben haben, bleibt erhalten.',
  POST_TOO_SOON:
    'Sie haben in diesem Thema gerade erst geschrieben, und der langsame Modus ist an. Warten Sie ein wenig. Ihr Text bleibt als Entwurf erhalten.',
  THREAD_LOCKED: 'Die Lehrenden haben dieses Thema gesperrt. Was Sie geschrieben haben, bleibt erhalten.',
  BACK_EVALUATION_CLOSED: 'Gutachten lassen sich nicht mehr einschätzen.',
  REVISION_CLOSED: 'Arbeiten lassen sich jetzt nicht überarbeiten.',
  REVISION_NOTE_REQUIRED: 'Bitte schreiben Sie, was Sie geändert haben.',
  SELF_ASSESSMENT_CLOSED: 'Die Selbsteinschätzung ist nicht offen.',
  PROBLEM_REPORTED: 'Sie haben zu dieser Arbeit schon ein Problem gemeldet. Die Lehrenden sehen es sich an.',
  PROBLEM_ANSWERED: 'Jemand anderes hat diese Meldung erledigt. Laden Sie die Seite neu, um zu sehen, wie.',
  REVIEW_SUBMITTED: 'Das Gutachten ist abgegeben und kann nicht mehr entzogen werden.',
  REVIEWERS_APART: 'Die beiden sind auf der Seite „Interessenkonflikte“ getrennt.',
  EXCLUSIONS_TOO_MANY:
    'Es sind so viele Paare getrennt, wie möglich sind. Erlauben Sie zuerst einige wieder.',
  REVIEW_BEGUN: 'Das Gutachten wurde inzwischen begonnen und bleibt deshalb bestehen.',
  CALIBRATION_NEEDED:
    'Ihre Gutachten öffnen sich, sobald Sie bei den Beispielen mit den Lehrenden übereinstimmen.',
  EXAMPLES_TOO_MANY: 'Es gibt so viele Beispiele, wie möglich sind. Entfernen Sie zuerst eines.',
  MATTER_CHANGED: 'Das wurde gerade von anderen Lehrenden geändert. Angezeigt wird der jetzige Stand.',
  SNOOZE_OUT_OF_RANGE: 'Wählen Sie einen Zeitpunkt zwischen jetzt und in drei Monaten.',
  ACTIVITY_ID_TAKEN: 'Diese Aktivität gibt es schon, mit anderem Inhalt. Bitte laden Sie die Seite neu.',
  TEMPLATE_STARTS_LATE: 'Der erste Tag darf nicht nach dem ersten Termin der Aktivität liegen.',
  TEMPLATES_TOO_MANY: 'Mehr davon kann der Kurs nicht aufnehmen. Löschen Sie zuerst eines.',
  ACTIVITY_NOT_OPEN: 'Diese Aktivität ist noch nicht geöffnet.',
  ACTIVITY_CLOSED: 'Diese Aktivität ist geschlossen. Öffnen Sie sie zuerst wieder.',
  ACTIVITY_HAS_WORK:
    'Mit diesen Einstellungen wurde schon gearbeitet; deshalb lässt sich das nicht mehr ändern.',
  NOT_A_DEEP_LINKING_LAUNCH: 'Diese Seite wurde nicht geöffnet, um Inhalte für den Kurs auszuwählen.',
  DEEP_LINKING_EXPIRED:
    'Der Kurs hat zu lange auf Ihre Auswahl gewartet. Beginnen Sie noch einmal aus Ihrem Kurs.',
  DEEP_LINKING_TYPE_REFUSED:
    'Der Kurs nimmt diese Art von Inhalt hier nicht an. Beginnen Sie noch einmal aus Ihrem Kurs.',
  DEEP_LINKING_ONE_ONLY: 'Der Kurs nimmt hier nur eine Aktivität an. Bitte wählen Sie eine einzige.',
  LINK_ALREADY_USED:
    'An dieser Stelle im Kurs gibt es schon eine Aktivität. Laden Sie die Seite neu, um sie zu sehen.',
  ALLOCATION_NEEDS_THREE:
    'Mindestens drei Lernende müssen eine Arbeit abgeben, bevor Arbeiten verglichen werden können.',
  CHOICE_MISSING: 'Wählen Sie nach jedem Kriterium eine der beiden Arbeiten.',
  CHOICE_UNKNOWN:
    'Eine Wahl passt nicht zu den Kriterien. Laden Sie die Seite neu und wählen Sie noch einmal.',
  ALLOCATION_NEEDS_TWO:
    'Mindestens zwei Lernende müssen eine Arbeit abgeben, bevor die Begutachtung beginnen kann.',
  ALLOCATION_ALREADY_DONE: 'Die Begutachtung hat schon begonnen.',
  NOTHING_TO_RELEASE:
    'Noch keine Abgabe hat ein fertiges Gutachten, deshalb gibt es keine Bewertung freizugeben.',
  GRADES_NOT_RELEASED: 'Die Bewertungen sind nicht freigegeben, deshalb gibt es nichts zurückzunehmen.',
  GRADE_COLUMN_GONE:
    'Diese Aktivität hat diese Spalte im Notenbuch nicht mehr. Die Bewertungen darin bleiben erhalten.',
  GRADE_OUT_OF_RANGE: 'Diese Bewertung liegt außerhalb dessen, was die Spalte erlaubt.',
  NO_GRADEBOOK_COLUMN: 'Das Notenbuch des Kurses hat keine Spalte für diese Aktivität.',
  NOTHING_TO_REMIND: 'Hier gibt es gerade nichts zu erinnern.',
  FILE_WITHOUT_COLUMNS:
    'Diese Datei hat in der ersten Zeile keine Spalte für Gruppen. Nennen Sie eine „Group“ oder „Group ID“ und eine für Personen, etwa „E-mail“.',
  REHEARSAL_NOT_BEGUN: 'Für diese Aktivität läuft keine Probe. Beginnen Sie zuerst eine.',
  EXTENSION_TOO_EARLY: 'Die zusätzliche Zeit muss später enden als der bisherige Termin der Person.',
  TALK_FULL: 'Zu diesem Gutachten gibt es schon so viele Antworten, wie möglich sind.',
  OPENING_IN_CIRCLE: 'Die Aktivitäten würden aufeinander warten, und keine würde sich je öffnen.',
  OPENING_TOO_LATE:
    'Sie würde sich erst öffnen, wenn die Abgabe schon vorbei ist: Wählen Sie einen früheren Zeitpunkt.',
  DATES_LED_BY_LMS:
    'Der Kurs bestimmt das Ende der Abgabe: Ändern Sie es dort, oder lassen Sie zuerst auf der Seite der Aktivität Roundtable bestimmen.',
  MEMBER_NOT_LEARNING: 'Diese Person ist nicht mehr Lernende des Kurses.',
  ANSWERS_INVALID: 'Einige Antworten fehlen oder passen nicht.',
  NEVER_TOGETHER:
    'Mit einer Person, die Sie hier bewerten, waren Sie nicht in einer Gruppe. Laden Sie die Seite neu: Sie zeigt die, mit denen Sie zusammengearbeitet haben.',
  ONLY_ONESELF:
    'Sie haben nur sich selbst bewertet. Bewerten Sie auch die anderen in Ihrer Gruppe, oder lassen Sie sich selbst aus.',
  SIGN_UP_CLOSED: 'Gruppen lassen sich gerade nicht wählen.',
  SIGN_UP_FINAL:
    'Ihre Wahl einer Gruppe steht fest. War sie ein Versehen, wenden Sie sich bitte an Ihre Lehrperson.',
  GROUP_FULL: 'Diese Gruppe ist inzwischen voll. Bitte wählen Sie eine andere.',
  GROUP_NAME_TAKEN: 'Eine Gruppe dieses Namens gibt es schon. Bitte wählen Sie einen anderen Namen.',
  GROUPS_TOO_MANY: 'Es gibt zu viele Gruppen. Entfernen Sie zuerst einige.',
  DECISIONS_TOO_MANY:
    'Die Gruppe hat so viele Fassungen von Entscheidungen festgehalten, wie es geben kann: 300.',
  MEETINGS_TOO_MANY: 'Die Gruppe hat so viele Treffen, wie es geben kann: 200.',
  OUTSIDE_HOST_REFUSED:
    'Die Adresse muss mit https:// beginnen und zu einem Dienst führen, den diese Installation erlaubt.',
  SNAPSHOT_MISSING:
    'Ein PDF oder Bild Ihres Boards fehlt. Fügen Sie es unter Dateien hinzu: Ein Link allein ist kein Nachweis, denn ein Board verändert sich.',
  TASKS_TOO_MANY: 'Die Tafel ist voll: 200 Aufgaben. Löschen Sie zuerst einige erledigte.',
  ROLE_IS_HELD:
    'Wer diese Rolle hat, kann ihr Material schon gelesen haben. Fragen Sie die Lehrenden, wenn jemand anderes sie haben soll.',
  ROLE_KNOWS_ANOTHER:
    'Diese Person kennt das Material einer anderen Rolle. Geben Sie zuerst denen eine Rolle, die noch keine haben.',
  SLOT_TAKEN: 'Dieser Termin ist vergeben. Geben Sie ihn zuerst frei oder wählen Sie einen anderen.',
  SLOT_OVER: 'Dieser Termin hat begonnen; nur die Lehrenden können noch ändern, wer ihn hat.',
  GROUP_HAS_SLOT: 'Diese Gruppe hat schon einen Termin.',
  SLOTS_TOO_MANY: 'Es sind zu viele Termine. Entfernen Sie zuerst einige.',
  PRESENTATION_NOT_ON: 'Fragen, Stimmen und Urteile sind möglich, während eine Präsentation läuft.',
  OWN_PRESENTATION: 'Die Präsentation der eigenen Gruppe beurteilen Sie nicht.',
  QUESTIONS_TOO_MANY:
    'Zu dieser Präsentation gibt es genug Fragen. Stimmen Sie für die, die Sie beantwortet hören möchten.',
  PLENARY_CLOSED: 'Das Plenum ist für Sie noch nicht offen.',
  PAGES_TOO_LONG:
    'Die Seiten sind zusammen zu lang zum Abgeben. Wählen Sie weniger aus, oder kürzen Sie sie.',
  PAGES_TOO_MANY: 'Es gibt zu viele Seiten. Nutzen Sie eine, die Sie nicht mehr brauchen.',
  COMMENTS_TOO_MANY:
    'Hier gibt es zu viele Kommentare. Beginnen Sie eine neue Seite, oder schreiben Sie im Text weiter.',
  ATTRIBUTES_TOO_MANY: 'Es gibt zu viele Angaben über Personen. Löschen Sie zuerst einige.',
  ANSWERS_ANONYMOUS: 'Dieser Fragebogen ist anonym: Mit seinen Antworten lassen sich keine Gruppen bilden.',
  PROPOSAL_OUTDATED:
    'Inzwischen hat sich etwas geändert, und es kämen andere Gruppen heraus. Bitte sehen Sie sich den neuen Vorschlag an.',
  NOTHING_TO_UNDO:
    'Die Gruppen haben sich inzwischen geändert, deshalb lässt sich das nicht rückgängig machen.',
  WORK_TAKEN: 'Diese Arbeit wird gerade von jemand anderem bewertet.',
  SAME_MARKER: 'Sie haben diese Arbeit schon bewertet. Als Nächstes bewertet sie jemand anderes.',
  LEAD_SETTLES: 'Zwei Personen haben diese Arbeit bewertet, daher entscheidet die Kursleitung.',
  NO_SECTION_ASSISTANTS:
    'Noch betreut niemand eine Sektion. Weisen Sie zuerst auf der Seite „Gruppen“ Assistenzen zu.',
  DISPUTES_CLOSED: 'Beanstandungen sind nicht mehr möglich.',
  DISPUTE_EXISTS: 'Das haben Sie schon beanstandet.',
  DISPUTE_ANSWERED: 'Diese Beanstandung ist schon erledigt.',
  DISPUTE_NOT_TAKEN: 'Übernehmen Sie die Beanstandung zuerst.',
  QUESTIONNAIRE_CLOSED: 'Der Fragebogen ist geschlossen.',
  TEAM_NOT_OPEN: 'Das Blatt Ihrer Gruppe ist für Sie nicht offen. Zuerst kommen Ihre eigenen Antworten.',
  ATTEMPTS_USED: 'Sie haben alle Versuche verbraucht.',
  QUESTION_BANK_FULL: 'Der Fragenpool ist voll. Entfernen Sie Fragen, die nicht mehr gebraucht werden.',
  DRAW_TOO_LARGE: 'Für eine Auslosung enthält der Fragenpool zu wenige Fragen.',
  CRITERION_COMMENT_MISSING: 'Zu einem Kriterium fehlt noch der Kommentar.',
  CRITERION_COMMENT_SHORT: 'Ein Kommentar zu einem Kriterium ist kürzer, als die Rubrik verlangt.',
  INLINE_PLACE_UNKNOWN:
    'Ein Kommentar bezieht sich auf eine Stelle, die es in der begutachteten Arbeit nicht gibt. Entfernen Sie ihn oder kommentieren Sie die Stelle neu. Was Sie geschrieben haben, ist gespeichert.',
  NOTHING_RATED: 'Mindestens ein Kriterium muss auf die Arbeit zutreffen, sonst ergibt sich keine Bewertung.',
  RUBRIC_FILE_INVALID: 'Diese Datei ist keine lesbare Rubrik.',
  RUBRICS_TOO_MANY: 'Die Bibliothek ist voll. Bitte entfernen Sie Rubriken, die nicht mehr gebraucht werden.',
} as const;
