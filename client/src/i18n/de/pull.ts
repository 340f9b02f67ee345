/** Texte zu Arbeiten, die einzeln zum Begutachten geholt werden. */
export const pull = {
  handIn: {
    title: 'Geben Sie zuerst ab',
    text: 'Sobald Ihre Arbeit abgegeben ist, holen Sie sich die Arbeiten anderer einzeln zum Begutachten. Auch Ihre kann sofort geholt werden, daher lässt sie sich danach nicht mehr ändern.',
  },
  wait: {
    title: 'Gerade gibt es für Sie keine Arbeit zu begutachten',
    until:
      'Bis {{when}} können weitere Arbeiten kommen. Sie erscheinen hier von selbst, und Sie werden benachrichtigt.',
    noMore: 'Es kommen keine weiteren Arbeiten. Ihre Lehrperson sieht, dass Sie bereit sind.',
  },
  held: 'Die Arbeit ist bis {{when}} für Sie reserviert. Haben Sie bis dahin nicht begonnen, erhält sie jemand anderes; was Sie geschrieben haben, bleibt Ihnen.',
  ready: {
    text: 'Eine Arbeit wartet auf ein Gutachten. Zuerst kommen die mit den wenigsten Gutachten.',
    button: 'Eine Arbeit begutachten',
  },
  offer: {
    until:
      'Im Moment hat jede Arbeit genug Gutachten. Sie können auf neue warten, die bis {{when}} kommen können, oder eine begutachten, die schon genug hat: Das zählt genauso.',
    noMore:
      'Jede Arbeit hat genug Gutachten. Begutachten Sie trotzdem eine davon: Das zählt für Sie genauso.',
    button: 'Eine frühere Arbeit begutachten',
  },
  help: {
    text: 'Sie haben alle Ihre Gutachten geschrieben. Einer Arbeit fehlen noch welche: Sie können helfen.',
    button: 'Noch eine begutachten',
  },
  done: 'Sie haben alle Ihre Gutachten geschrieben.',
  arrived: 'Jetzt gibt es eine Arbeit zu begutachten.',
  gone: 'Jemand anderes war schneller. Wie es weitergeht, steht hier.',
  setUp: {
    label: 'Wann Arbeiten zum Begutachten vergeben werden',
    hint: 'Einzeln vergeben, wartet niemand auf die letzte Arbeit, und wer wegbleibt, hält niemanden auf.',
    atOnce: 'Alle zugleich, am Ende der Abgabe',
    rolling: 'Einzeln, sobald Arbeiten da sind',
    least: 'Gutachten, die jede Arbeit erhalten soll',
    leastHint:
      'Arbeiten mit weniger kommen zuerst. Liegt die Zahl unter der Zahl der Gutachten pro Person, bleibt Spielraum für alle, die mittendrin aufhören.',
  },
  staffBefore:
    'Die Begutachtung beginnt von selbst mit der ersten Arbeit. Bis zum Ende der Abgabe wird nebeneinander abgegeben und begutachtet.',
  pairs: {
    title: 'Wer diese Arbeit begutachtet',
    none: 'Noch begutachtet sie niemand.',
    add: 'Einer weiteren Person geben',
    hint: 'Wer am wenigsten zu begutachten hat, steht oben.',
    reviews_one: '{{count}} Gutachten zu schreiben',
    reviews_other: '{{count}} Gutachten zu schreiben',
    mutual: 'wird von dieser Person begutachtet',
    remove: 'Wegnehmen',
    removeOf: 'Wegnehmen: {{name}}',
    removed: '{{name}} begutachtet diese Arbeit nicht mehr.',
    added: '{{name}} begutachtet jetzt diese Arbeit.',
  },
} as const;
