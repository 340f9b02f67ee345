import type { RegistrationTexts } from './en.ts';

export const de: RegistrationTexts = {
  ask: {
    title: 'Roundtable bei {host} registrieren?',
    text: 'Roundtable und diese Lernplattform tauschen ihre Adressen und Schlüssel aus. In Roundtable heißt sie {name}.',
    asks: 'Roundtable bittet um: Namen und E-Mail-Adressen der Personen, die es benutzen, die Mitglieder- und Gruppenlisten der Kurse, in denen es benutzt wird, und das Recht, Bewertungen für seine eigenen Aktivitäten einzutragen.',
    button: 'Registrieren',
  },
  done: {
    title: 'Zwei Schritte fehlen noch',
    text: 'Roundtable und {name} kennen sich jetzt. Niemand kann Roundtable öffnen, bevor beide Schritte getan sind.',
    activate: 'In Moodle: unter „Tools verwalten“ auf der Karte von Roundtable „Aktivieren“ drücken.',
    enable: 'In Canvas: die Einstellungen der App prüfen und sie einschalten.',
    check:
      'In der Lernplattform: Falls Roundtable dort als wartend oder inaktiv angezeigt wird, dort aktivieren.',
    approve: 'In Roundtable: Die Administration gibt {name} unter {console} frei.',
    button: 'Schließen',
    fallback:
      'Bleibt dieses Fenster offen, schließen Sie es und laden Sie die Liste der Werkzeuge noch einmal.',
  },
  problemTitle: 'Roundtable konnte nicht registriert werden',
  problems: {
    REGISTRATION_PARAMETERS: {
      text: 'Diese Adresse öffnet eine Lernplattform, während sie Roundtable registriert; etwas davon fehlt.',
      advice:
        'Kopieren Sie die ganze Adresse der Einladung in das Formular Ihrer Lernplattform für die dynamische Registrierung.',
    },
    INVITATION_UNKNOWN: {
      text: 'Die Einladung in dieser Adresse ist hier nicht bekannt.',
      advice:
        'Prüfen Sie, ob die ganze Adresse kopiert wurde, oder bitten Sie die Administration von Roundtable um eine neue.',
    },
    INVITATION_USED: {
      text: 'Diese Einladung wurde schon benutzt; jede gilt einmal.',
      advice: 'Bitten Sie die Administration von Roundtable um eine neue.',
    },
    INVITATION_EXPIRED: {
      text: 'Die Zeit dieser Einladung ist abgelaufen.',
      advice: 'Bitten Sie die Administration von Roundtable um eine neue.',
    },
    INVITATION_REVOKED: {
      text: 'Diese Einladung wurde zurückgezogen.',
      advice: 'Bitten Sie die Administration von Roundtable um eine neue.',
    },
    CONFIGURATION_ADDRESS_REFUSED: {
      text: 'Roundtable ruft {address} nicht auf. Es ruft nur https-Adressen im öffentlichen Internet auf.',
      advice:
        'Eine Lernplattform in einem privaten Netz lässt sich per Datei oder Befehl registrieren; die Anleitung für die Administration sagt, wie.',
    },
    CONFIGURATION_UNREACHABLE: {
      text: 'Roundtable konnte {host} nicht erreichen.',
      advice:
        'Prüfen Sie, ob es aus dem Internet mit einem gültigen Zertifikat erreichbar ist, und beginnen Sie noch einmal.',
    },
    CONFIGURATION_UNREADABLE: {
      text: 'Was anstelle der Konfiguration der Lernplattform kam, ist nicht zu gebrauchen ({field}).',
      advice:
        'Prüfen Sie, ob die dynamische Registrierung in der Lernplattform eingeschaltet ist, und beginnen Sie noch einmal.',
    },
    CONFIGURATION_ISSUER_FOREIGN: {
      text: 'Die Konfiguration bei {host} spricht für {issuer}, und das ist ein anderer Host.',
      advice:
        'Wenn das so sein soll, lässt sich die Plattform per Datei oder Befehl registrieren; die Anleitung für die Administration sagt, wie.',
    },
    CONFIGURATION_ENDPOINT_FOREIGN: {
      text: 'Die Konfiguration will die Registrierung an einen anderen Host geschickt haben, {host}.',
      advice:
        'Wenn das so sein soll, lässt sich die Plattform per Datei oder Befehl registrieren; die Anleitung für die Administration sagt, wie.',
    },
    REGISTRATION_TOKEN_USED: {
      text: 'Die Lernplattform sagt, dass ihr Registrierungs-Token schon benutzt wurde.',
      advice:
        'Beginnen Sie die Registrierung in der Lernplattform neu. Die Einladung kann weiter benutzt werden.',
    },
    REGISTRATION_REFUSED: {
      text: 'Die Lernplattform hat abgelehnt: {status} {words}',
      advice:
        'Klären Sie, was sie beanstandet, und beginnen Sie noch einmal. Die Einladung kann weiter benutzt werden.',
    },
    REGISTRATION_ANSWER_LOST: {
      text: 'Die Antwort von {host} kam nicht an. Vielleicht hat es Roundtable trotzdem gespeichert.',
      advice:
        'Löschen Sie Roundtable in der Lernplattform, falls es dort steht, und beginnen Sie noch einmal. Die Einladung kann weiter benutzt werden.',
    },
    REGISTRATION_ANSWER_UNREADABLE: {
      text: 'Die Antwort der Lernplattform nennt keine Client-ID.',
      advice:
        'Löschen Sie Roundtable in der Lernplattform, falls es dort steht, und beginnen Sie noch einmal. Die Einladung kann weiter benutzt werden.',
    },
    REGISTRATION_EXISTS: {
      text: 'Eine Plattform des Ausstellers {issuer} mit derselben Client-ID ist schon registriert. Sie wurde nicht geändert.',
      advice: 'Bitten Sie die Administration von Roundtable, die registrierten Plattformen anzusehen.',
    },
    TOO_MANY_REQUESTS: {
      text: 'Aus Ihrem Netz kamen sehr viele Versuche.',
      advice: 'Warten Sie eine Minute und beginnen Sie noch einmal.',
    },
    REGISTRATION_FAILED: {
      text: 'Auf unserer Seite ist etwas schiefgegangen. Es wurde festgehalten.',
      advice: 'Beginnen Sie in einer Minute noch einmal.',
    },
  },
};
