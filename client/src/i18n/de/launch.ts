/** What the ways into the tool say to everybody. */
export const launch = {
  notReady: {
    title: 'Noch nicht bereit',
    text: 'Die Lehrperson hat diese Aktivität noch nicht eingerichtet. Bis dahin ist hier nichts fällig.',
    staff: 'Eine Lehrperson des Kurses muss diese Aktivität einrichten. Assistenzen können das nicht.',
    waiting: 'Diese Seite geht von selbst weiter, sobald die Aktivität da ist.',
    ready: 'Die Aktivität ist bereit.',
  },
  notAllowed: {
    title: 'Nur Lehrende fügen Aktivitäten hinzu',
    text: 'Ihre Rolle in diesem Kurs erlaubt nicht, von hier aus Aktivitäten hinzuzufügen. Bitte wenden Sie sich an eine Lehrperson des Kurses.',
  },
  notHere: {
    title: 'Das gehört nicht zu diesem Kurs',
    text: 'Das Notenbuch hat nach einer Arbeit gefragt, die zu einem anderen Kurs gehört oder zu jemandem, der nicht in diesem ist.',
  },
} as const;
