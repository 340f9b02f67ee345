/** Texts of roles in groups. */
export const teamRoles = {
  title: 'Rôles',
  kinds: {
    facilitator: 'Animation',
    ambassador: 'Représentation',
    recorder: 'Secrétariat',
  },
  about: {
    facilitator: 'Prépare les réunions, veille à ce que chacun soit entendu et que le groupe décide.',
    ambassador: 'Parle pour le groupe avec les autres groupes et avec vos enseignants.',
    recorder: 'Note ce qui a été décidé et qui fait quoi.',
  },
  rotates: 'Il passe à un autre membre à chaque jalon.',
  nobody: 'Personne',
  turn: '{{name}}, à tour de rôle',
  byTurn: 'À tour de rôle',
  holds:
    'Attribuez avec soin les rôles qui ont des documents : qui en a un les lit aussitôt ; ensuite, seule l’équipe enseignante peut le donner à quelqu’un d’autre.',
  saved: 'Enregistré.',
  setUp: {
    ask: 'Les membres ont des rôles',
    assignedBy: 'Qui attribue les rôles',
    byGroup: 'Le groupe lui-même',
    byStaff: 'L’équipe enseignante',
    name: 'Nom du rôle',
    description: 'À quoi il sert',
    rotates: 'Passe à un autre membre à chaque jalon',
    remove: 'Retirer : {{name}}',
    add: 'Ajouter un rôle à vous',
    addThis: 'Ajouter : {{name}}',
    new: 'Nouveau rôle',
  },
} as const;
