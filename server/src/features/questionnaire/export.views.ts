/** What stands above the columns of a file, in the languages that the pages are in. */
const HEADINGS = {
  en: {
    question: 'Question',
    answer: 'Answer',
    count: 'Count',
    name: 'Name',
    sent: 'Sent',
    round: 'Round',
    attempt: 'Attempt',
    points: 'Points',
    possible: 'Possible points',
    group: 'Group',
    teamPoints: 'Points of the group',
    together: 'Together in percent',
  },
  de: {
    question: 'Frage',
    answer: 'Antwort',
    count: 'Anzahl',
    name: 'Name',
    sent: 'Gesendet',
    round: 'Runde',
    attempt: 'Versuch',
    points: 'Punkte',
    possible: 'Mögliche Punkte',
    group: 'Gruppe',
    teamPoints: 'Punkte der Gruppe',
    together: 'Zusammen in Prozent',
  },
  fr: {
    question: 'Question',
    answer: 'Réponse',
    count: 'Nombre',
    name: 'Nom',
    sent: 'Envoyé',
    round: 'Tour',
    attempt: 'Tentative',
    points: 'Points',
    possible: 'Points possibles',
    group: 'Groupe',
    teamPoints: 'Points du groupe',
    together: 'Ensemble en pourcentage',
  },
  es: {
    question: 'Pregunta',
    answer: 'Respuesta',
    count: 'Cantidad',
    name: 'Nombre',
    sent: 'Enviado',
    round: 'Ronda',
    attempt: 'Intento',
    points: 'Puntos',
    possible: 'Puntos posibles',
    group: 'Grupo',
    teamPoints: 'Puntos del grupo',
    together: 'En conjunto, en porcentaje',
  },
  ar: {
    question: 'السؤال',
    answer: 'الإجابة',
    count: 'العدد',
    name: 'الاسم',
    sent: 'وقت الإرسال',
    round: 'الجولة',
    attempt: 'المحاولة',
    points: 'النقاط',
    possible: 'النقاط الممكنة',
    group: 'المجموعة',
    teamPoints: 'نقاط المجموعة',
    together: 'الحصيلة بالنسبة المئوية',
  },
} as const;

export type Headings = Readonly<Record<keyof (typeof HEADINGS)['en'], string>>;

const isTranslated = (language: string): language is keyof typeof HEADINGS =>
  Object.hasOwn(HEADINGS, language);

/** The headings in the language of a locale such as `de-AT`; in English where they are not translated. */
export function headingsIn(locale: string | undefined): Headings {
  const language = (locale ?? 'en').split(/[-_]/)[0] ?? 'en';
  return HEADINGS[isTranslated(language) ? language : 'en'];
}
