import type { RegistrationTexts } from './en.ts';

export const fr: RegistrationTexts = {
  ask: {
    title: 'Enregistrer Roundtable auprès de {host} ?',
    text: 'Roundtable et cette plateforme d’apprentissage échangent leurs adresses et leurs clés. Dans Roundtable, elle s’appellera {name}.',
    asks: 'Roundtable demande : les noms et adresses e-mail des personnes qui l’utilisent, les listes des membres et des groupes des cours où il est utilisé, et le droit d’inscrire des notes pour ses propres activités.',
    button: 'Enregistrer',
  },
  done: {
    title: 'Il reste deux étapes',
    text: 'Roundtable et {name} se connaissent maintenant. Personne ne peut ouvrir Roundtable avant que les deux étapes soient faites.',
    activate: 'Dans Moodle : sous « Gérer les outils », appuyez sur « Activer » sur la carte de Roundtable.',
    enable: 'Dans Canvas : vérifiez les réglages de l’application et activez-la.',
    check:
      'Dans la plateforme d’apprentissage : si Roundtable y est affiché en attente ou inactif, activez-le.',
    approve: 'Dans Roundtable : un administrateur approuve {name} à l’adresse {console}.',
    button: 'Fermer',
    fallback: 'Si cette fenêtre reste ouverte, fermez-la et rechargez la liste des outils.',
  },
  problemTitle: 'Roundtable n’a pas pu être enregistré',
  problems: {
    REGISTRATION_PARAMETERS: {
      text: 'Cette adresse est ouverte par une plateforme d’apprentissage pendant qu’elle enregistre Roundtable, et il en manque une partie.',
      advice:
        'Copiez toute l’adresse de l’invitation dans le formulaire d’enregistrement dynamique de votre plateforme.',
    },
    INVITATION_UNKNOWN: {
      text: 'L’invitation de cette adresse n’est pas connue ici.',
      advice:
        'Vérifiez que toute l’adresse a été copiée, ou demandez-en une nouvelle à un administrateur de Roundtable.',
    },
    INVITATION_USED: {
      text: 'Cette invitation a déjà été utilisée ; chacune ne sert qu’une fois.',
      advice: 'Demandez-en une nouvelle à un administrateur de Roundtable.',
    },
    INVITATION_EXPIRED: {
      text: 'Cette invitation n’est plus valable.',
      advice: 'Demandez-en une nouvelle à un administrateur de Roundtable.',
    },
    INVITATION_REVOKED: {
      text: 'Cette invitation a été retirée.',
      advice: 'Demandez-en une nouvelle à un administrateur de Roundtable.',
    },
    CONFIGURATION_ADDRESS_REFUSED: {
      text: 'Roundtable n’appelle pas {address}. Il n’appelle que des adresses https de l’internet public.',
      advice:
        'Une plateforme d’un réseau privé peut être enregistrée par fichier ou par commande ; le guide de l’administrateur dit comment.',
    },
    CONFIGURATION_UNREACHABLE: {
      text: 'Roundtable n’a pas pu joindre {host}.',
      advice: 'Vérifiez qu’il est joignable depuis l’internet avec un certificat valable, puis recommencez.',
    },
    CONFIGURATION_UNREADABLE: {
      text: 'Ce qui est venu à la place de la configuration de la plateforme est inutilisable ({field}).',
      advice: 'Vérifiez que l’enregistrement dynamique est activé dans la plateforme, puis recommencez.',
    },
    CONFIGURATION_ISSUER_FOREIGN: {
      text: 'La configuration de {host} parle pour {issuer}, qui est un autre hôte.',
      advice:
        'Si c’est voulu, la plateforme peut être enregistrée par fichier ou par commande ; le guide de l’administrateur dit comment.',
    },
    CONFIGURATION_ENDPOINT_FOREIGN: {
      text: 'La configuration veut que l’enregistrement soit envoyé à un autre hôte, {host}.',
      advice:
        'Si c’est voulu, la plateforme peut être enregistrée par fichier ou par commande ; le guide de l’administrateur dit comment.',
    },
    REGISTRATION_TOKEN_USED: {
      text: 'La plateforme dit que son jeton d’enregistrement a déjà été utilisé.',
      advice: 'Recommencez l’enregistrement dans la plateforme. L’invitation peut encore servir.',
    },
    REGISTRATION_REFUSED: {
      text: 'La plateforme a refusé : {status} {words}',
      advice: 'Réglez ce qu’elle reproche, puis recommencez. L’invitation peut encore servir.',
    },
    REGISTRATION_ANSWER_LOST: {
      text: 'La réponse de {host} n’est pas arrivée. Peut-être a-t-il quand même enregistré Roundtable.',
      advice:
        'Supprimez Roundtable dans la plateforme s’il y est, puis recommencez. L’invitation peut encore servir.',
    },
    REGISTRATION_ANSWER_UNREADABLE: {
      text: 'La réponse de la plateforme ne nomme aucun identifiant client.',
      advice:
        'Supprimez Roundtable dans la plateforme s’il y est, puis recommencez. L’invitation peut encore servir.',
    },
    REGISTRATION_EXISTS: {
      text: 'Une plateforme de l’émetteur {issuer} avec le même identifiant client est déjà enregistrée. Elle n’a pas été modifiée.',
      advice: 'Demandez à un administrateur de Roundtable de regarder les plateformes enregistrées.',
    },
    TOO_MANY_REQUESTS: {
      text: 'De très nombreuses tentatives sont venues de votre réseau.',
      advice: 'Attendez une minute, puis recommencez.',
    },
    REGISTRATION_FAILED: {
      text: 'Quelque chose n’a pas marché de notre côté. Cela a été consigné.',
      advice: 'Recommencez dans une minute.',
    },
  },
};
