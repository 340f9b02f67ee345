/**
 * Words that point at a passage, and words that suggest something to do, in the languages of the texts. A star stands for
 * any ending. All lists count whatever the page's language is: people comment in the language of the work.
 */

export const PASSAGE_WORDS: readonly string[] = [
  // English
  'page*, paragraph*, section*, chapter*, sentence*, line, lines, introduction, intro, conclusion*',
  'title, heading*, figure*, table*, slide*, example*, quote*, quotation*, abstract, function*',
  'class, variable*, step*, minute*, beginning, where you',
  // German
  'seite*, absatz*, absätze*, abschnitt*, kapitel*, satz, sätze*, zeile*, einleitung*, schluss*',
  'fazit, überschrift*, abbildung*, tabelle*, folie*, beispiel*, zitat*, stelle*, anfang, schritt*',
  // French
  'paragraphe*, partie*, chapitre*, phrase*, ligne*, titre*, tableau*, diapositive*, exemple*',
  'citation*, passage*, étape*, début',
  // Spanish
  'página*, párrafo*, sección*, apartado*, capítulo*, frase*, línea*, introducción, conclusión*',
  'título*, figura*, tabla*, diapositiva*, ejemplo*, cita, citas, paso*',
  // Arabic
  'صفحة, فقرة, فقرات, قسم*, فصل, جملة, سطر, مقدمة, خاتمة, عنوان*, شكل, جدول*, شريحة, شرائح, مثال*',
  'اقتباس*, بداية, خطوة, موضع',
].flatMap(entriesOf);

export const ACTION_WORDS: readonly string[] = [
  // English
  'could, should, might, would, try, trying, consider*, suggest*, recommend*, add, adding, remove',
  'removing, explain, clarify, rewrite, rephrase, shorten, expand, check, instead, next time',
  'why not, perhaps, maybe, needs, need to, make sure, think about, move, improve',
  // German
  'könnte*, sollte*, würde*, müsste*, versuch*, probier*, vorschlag*, schlage, empfehl*, ergänz*',
  'erklär*, kürz*, streich*, füge, hinzufügen, statt*, besser, vielleicht, nächstes mal, achte*',
  'überleg*, prüf*, hilfreich wäre, braucht',
  // French
  'pourrait, pourriez, pourrais, devrait, devriez, devrais, essayez, essayer, essaie, suggère*',
  'propose*, conseille*, recommande*, ajoutez, ajouter, ajoute, supprime*, expliquez, expliquer',
  'préciser, précisez, raccourci*, reformul*, plutôt, peut être, la prochaine fois, il faudrait',
  'pourquoi ne pas, vérifie*, améliorer, mieux',
  // Spanish
  'podría*, podrías, debería*, convendría, sugiero, sugerencia*, propongo, recomiendo, aconsejo',
  'intente*, intenta, pruebe*, prueba a, añade*, añadir, agregue*, agregar, quite, quitar, elimine*',
  'eliminar, explique*, explicar, aclare*, aclarar, acorta*, la próxima vez, quizá*, tal vez',
  'en lugar de, en vez de, mejor, revise*, falta*',
  // Arabic
  'يمكن*, ينبغي, يجب, يفضل, الأفضل, أفضل, حاول*, جرب*, أقترح, اقتراح*, أنصح, أضف, إضافة, احذف, حذف',
  'وضح, توضيح, اشرح, شرح, اختصر, بدلا, ربما, لو, راجع, المرة القادمة, يحتاج, تحتاج',
].flatMap(entriesOf);

function entriesOf(list: string): string[] {
  return list.split(', ').map(withStar);
}

/** In Arabic the plural and the possessive change the end: what is written here is a beginning. */
function withStar(entry: string): string {
  return /^\p{Script=Arabic}/u.test(entry) && !entry.endsWith('*') ? `${entry}*` : entry;
}
