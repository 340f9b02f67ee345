/** Texts of what a new peer review can start from. */
export const starters = {
  label: 'Beginnen mit',
  hint: 'Legt Rubrik, Anleitung, Termine und Bewertung unten fest. Alles lässt sich ändern; Titel und Punkte bleiben, wie sie sind.',
  applied: '„{{name}}“ ist unten eingetragen.',
  general: {
    name: 'Allgemein',
    description: 'Jede schriftliche Arbeit: Inhalt, Aufbau und Gründe, nach Punkten. Drei Gutachten.',
  },
  essay: {
    name: 'Essay',
    description:
      'Ein argumentierender Text, beurteilt nach Stufen, mit Kommentar zur These. Drei Gutachten, je eine Woche.',
    instructions:
      'Geben Sie Ihr Essay als Text oder als Datei ab. Nennen Sie Ihre These am Anfang und führen Sie Ihre Quellen auf.\n\nLesen Sie beim Begutachten zuerst das ganze Essay. Sagen Sie dann, was Sie überzeugt, was nicht, und was ein guter nächster Schritt wäre.',
    criteria: {
      thesis: {
        title: 'These und Argumentation',
        description: 'Gibt es eine klare These, und führt jeder Schritt auf sie hin?',
      },
      evidence: {
        title: 'Belege',
        description: 'Werden Behauptungen durch Quellen oder Beispiele belegt, die man nachprüfen kann?',
      },
      structure: {
        title: 'Aufbau',
        description: 'Führen Einleitung, Absätze und Schluss durch den Text?',
      },
      language: {
        title: 'Sprache',
        description: 'Ist sie genau, gut lesbar und frei von störenden Fehlern?',
      },
    },
  },
  presentation: {
    name: 'Präsentation',
    description:
      'Folien oder eine Aufnahme, beurteilt auf Skalen, mit Rat für das nächste Mal. Vier kurze Gutachten.',
    instructions:
      'Geben Sie Ihre Folien oder eine Aufnahme von höchstens zehn Minuten ab.\n\nSehen Sie sie beim Begutachten an, als säßen Sie im Publikum: Notieren Sie, was Sie danach noch wissen, dann beurteilen und raten Sie.',
    criteria: {
      message: {
        title: 'Botschaft',
        description: 'Wissen Sie danach, worum es ging und warum es wichtig ist?',
      },
      delivery: {
        title: 'Vortrag',
        description: 'Tempo, Stimme und Kontakt zum Publikum; trifft auf Folien allein nicht zu.',
      },
      visuals: {
        title: 'Darstellung',
        description: 'Helfen Folien und Bilder beim Verstehen, ohne zu viel Text?',
      },
      advice: {
        title: 'Rat für das nächste Mal',
        description: 'Was beibehalten, was ändern?',
      },
    },
  },
  code: {
    name: 'Programmcode',
    description:
      'Ein Programm mit kurzer Erläuterung: Läuft es, ist es getestet, ist es lesbar? Zwei gründliche Gutachten; das Begutachten zählt 20 %.',
    instructions:
      'Geben Sie Ihren Code als Datei oder Link ab, mit ein paar Zeilen dazu, wie man ihn ausführt.\n\nFühren Sie ihn beim Begutachten zuerst aus und lesen Sie ihn dann. Nennen Sie in Kommentaren Datei und Zeile.',
    criteria: {
      works: {
        title: 'Es tut, was verlangt war',
        description: 'Führen Sie es mit dem Beispiel der Aufgabe und einem eigenen aus.',
      },
      readability: {
        title: 'Lesbarkeit',
        description: 'Namen, Länge der Funktionen, Kommentare, die Gründe nennen.',
      },
      tests: {
        title: 'Tests',
        description: 'Decken sie den Normalfall und die Ränder ab, und könnten sie scheitern?',
      },
      design: {
        title: 'Entwurf',
        description: 'Sind die Teile gut getrennt? Was würden Sie anders lösen?',
      },
    },
  },
  design: {
    name: 'Designkritik',
    description:
      'Skizzen oder ein Prototyp: Ziel, Gebrauch und Ausführung, mit Kritik in Worten. Drei Gutachten, kurze Runden.',
    instructions:
      'Geben Sie Bilder oder einen Link zu Ihrem Prototyp ab und in zwei Sätzen, für wen er ist.\n\nBeschreiben Sie beim Begutachten zuerst, was Sie sehen, dann, wie es auf Sie wirkt, und urteilen Sie erst danach.',
    criteria: {
      goal: {
        title: 'Erreicht sein Ziel',
        description: 'Löst es das Problem derer, für die es gedacht ist?',
      },
      use: {
        title: 'Gebrauch',
        description: 'Findet man sich ohne Erklärung zurecht, auch ohne Maus oder mit schlechter Sicht?',
      },
      craft: {
        title: 'Ausführung',
        description: 'Schrift, Farbe, Abstände und Einzelheiten.',
      },
      critique: {
        title: 'Kritik',
        description: 'Was gelingt, was nicht, und ein Versuch, der sich lohnt.',
      },
    },
  },
  clinical: {
    name: 'Klinisches Protokoll',
    description:
      'Ein Protokoll oder Pflegeplan: Sicherheit zuerst, Evidenz, Vollständigkeit. Zwei sorgfältige, begründete Gutachten.',
    instructions:
      'Geben Sie Ihr Protokoll ohne Angaben ab, an denen man eine Patientin oder einen Patienten erkennen könnte. Nennen Sie die Leitlinie, der Sie gefolgt sind.\n\nPrüfen Sie beim Begutachten zuerst die Sicherheit, und sagen Sie, was Sie bei einem Risiko täten.',
    criteria: {
      safety: {
        title: 'Sicher für die Patientin oder den Patienten',
        description: 'Kein Schritt gefährdet jemanden; Gefahren sind genannt, mit dem, was zu tun ist.',
      },
      evidence: {
        title: 'Evidenz',
        description: 'Folgt es einer aktuellen Leitlinie, oder nennt es gute Gründe dagegen?',
      },
      completeness: {
        title: 'Vollständigkeit',
        description: 'Befund, Schritte, Dosierungen, Zuständigkeiten und Nachsorge.',
      },
      clarity: {
        title: 'Klarheit',
        description: 'Könnte jemand aus dem Team sofort danach handeln, auch nachts?',
      },
    },
  },
  product: {
    name: 'Gruppenprodukt',
    description:
      'Was eine Gruppe geschaffen hat, und wie es entstand: Ergebnis, Nutzen, Dokumentation. Drei Gutachten; das Begutachten zählt 20 %.',
    instructions:
      'Geben Sie das Produkt Ihrer Gruppe ab, mit einer Seite dazu, wie es entstand und wer was getan hat.\n\nProbieren Sie es beim Begutachten so aus, wie es jemand täte, für den es gemacht ist.',
    criteria: {
      result: {
        title: 'Ergebnis',
        description: 'Ist es fertig, richtig und von guter Qualität?',
      },
      usefulness: {
        title: 'Nutzen',
        description: 'Hilft es denen, für die es gemacht ist?',
      },
      documentation: {
        title: 'Dokumentation',
        description: 'Können andere es verstehen, nutzen und weiterführen?',
      },
      process: {
        title: 'Zusammenarbeit',
        description: 'Zeigt die Seite, wie die Gruppe ihre Arbeit geteilt und geprüft hat?',
      },
    },
  },
} as const;
