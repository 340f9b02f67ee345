/** Structured prompts with which staff begin a discussion or a thread. */
export const promptStarters = {
  label: 'Vorlage einfügen',
  done: '„{{name}}“ steht am Ende des Textes. Ändern Sie es nach Belieben.',
  names: {
    case: 'Ein Fall zum Lösen',
    sides: 'Beide Seiten',
    unclear: 'Was unklar ist',
    sources: 'Quellen abwägen',
    further: 'Aufeinander aufbauen',
    reflect: 'Rückblick',
  },
  texts: {
    case: 'Lesen Sie den Fall. Was würden Sie tun, und in welcher Reihenfolge?\n\nNennen Sie Ihre Entscheidung, den Grund dafür und was Sie wissen müssten, um anders zu entscheiden. Zeigen Sie in Ihren Antworten jemand anderem eine Folge, die noch nicht genannt ist.',
    sides:
      'Nehmen Sie in dieser Frage eine Seite ein und geben Sie Ihren stärksten Grund dafür.\n\nAntworten Sie dann jemandem der anderen Seite: Sagen Sie zuerst in eigenen Worten, was Sie an dem Grund überzeugt, und erst dann, was nicht.',
    unclear:
      'Was am Thema dieser Woche ist Ihnen noch unklar? Sagen Sie, was Sie verstanden haben und wo genau es aufhört.\n\nBeantworten Sie mindestens eine Frage von jemand anderem: mit einer Erklärung, einem Beispiel oder einer Stelle zum Weiterlesen.',
    sources:
      'Bringen Sie eine Quelle zu dieser Frage mit und sagen Sie in zwei Sätzen, was sie behauptet.\n\nWer sagt das, auf welcher Grundlage, und wer würde widersprechen? Antworten Sie jemandem, dessen Quelle etwas anderes sagt als Ihre.',
    further:
      'Gehen Sie von einem Gedanken aus, den jemand vor Ihnen geschrieben hat: Zitieren Sie ihn, und führen Sie ihn einen Schritt weiter.\n\nErgänzen Sie ein Beispiel, eine Bedingung, unter der er nicht gilt, oder eine Verbindung zu etwas, das wir gelesen haben.',
    reflect:
      'Was haben Sie am Anfang über dieses Thema gedacht, und was denken Sie jetzt?\n\nNennen Sie, was Ihre Meinung geändert hat oder was Einwänden standgehalten hat, und eine Frage, die Sie mitnehmen.',
  },
} as const;
