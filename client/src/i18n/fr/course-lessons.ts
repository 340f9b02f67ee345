/** Texts of the page with what groups of a course have learned. */
export const courseLessons = {
  title: 'Ce que nous avons appris',
  intro:
    'Les leçons que des groupes de tous les projets de ce cours ont proposées et que des enseignants ont publiées.',
  search: 'Chercher dans les leçons',
  list: 'Leçons',
  none: {
    title: 'Il n’y a pas encore de leçons',
    text: 'Les groupes les proposent après un jalon, sur la page de leur rétrospective.',
  },
  nothingFound: { title: 'Rien n’a été trouvé', text: 'Essayez avec moins de mots ou d’autres mots.' },
  found_one: '{{count}} leçon trouvée',
  found_many: '{{count}} leçons trouvées',
  found_other: '{{count}} leçons trouvées',
  takeBack: 'Retirer',
  takeBackNamed: 'Retirer « {{title}} »',
  taken: '« {{title}} » est retirée. Les apprenants ne la lisent plus.',
} as const;
