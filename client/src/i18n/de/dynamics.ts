/** Texts of a short survey of how teams work together, to begin a questionnaire with. */
export const dynamics = {
  start: 'Mit einer Umfrage zur Zusammenarbeit beginnen',
  hint: 'Fünf kurze Fragen zu Beteiligung, Kommunikation, Uneinigkeit und Sicherheit, anonym, in zwei Minuten. Alles lässt sich ändern; unten stellen Sie ein, wann sie sich wieder öffnet, etwa nach jedem Meilenstein.',
  applied: 'Die Umfrage ist unten eingetragen.',
  title: 'Wie arbeitet Ihr Team zusammen?',
  intro:
    'Es dauert zwei Minuten. Niemand erfährt, wer was geantwortet hat; Ergebnisse erscheinen ab fünf Antworten.',
  disagree: 'Gar nicht',
  agree: 'Völlig',
  items: {
    participation: 'In unserem Team tragen alle etwas bei.',
    communication: 'Wir informieren einander rechtzeitig.',
    disagreement: 'Wenn wir uneinig sind, sprechen wir offen darüber und finden einen Weg.',
    safety: 'Ich kann sagen, dass ich einen Fehler gemacht habe oder etwas nicht weiß.',
    again: 'Ich würde gern wieder mit diesem Team arbeiten.',
    change: 'Was sollte Ihr Team ändern? Nennen Sie eine Sache.',
  },
} as const;
