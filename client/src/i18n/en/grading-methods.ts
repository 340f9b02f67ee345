/** How reviews become grades, on the settings page. */
export const gradingMethods = {
  method: {
    legend: 'How reviews become the grade of a work',
    median: 'The middle review',
    medianHint: 'The median: one review that is far off changes nothing.',
    mean: 'The mean of all reviews',
    meanHint: 'Every review counts the same.',
    trimmed: 'The mean without the highest and the lowest',
    trimmedHint: 'With three or more reviews, the two outermost are left out.',
    reliability: 'By how reliable reviewers are',
    reliabilityHint:
      'Reviews by those who come closer to the others, and to your own marks, count more; known leniency and strictness are taken out. Where that tells no more than a mean, the mean is taken.',
  },
  agreement: {
    counts: 'Agreement with the best review counts',
    countsHint:
      'The best review of a work is the one nearest to the mean of all. Without this, writing one’s reviews is what counts.',
    percent: 'Agreement counts (%)',
    percentHint: 'The rest is for having written one’s reviews.',
    strictness: 'How strictly it is compared',
    veryLax: 'Very lenient',
    lax: 'Lenient',
    fair: 'Balanced',
    strict: 'Strict',
    veryStrict: 'Very strict',
  },
  helpfulness: {
    counts: 'Helpfulness counts',
    countsHint:
      'After the release, authors say how helpful each review was. What nobody has rated counts as written.',
    percent: 'Helpfulness counts (%)',
  },
  quality: {
    counts: 'What staff say of the reviews counts',
    countsHint:
      'You say of each review how good it is, beside the reviews of each work. What is not judged counts as written.',
    percent: 'What staff say counts (%)',
  },
} as const;

/** What another way does to grades that are there. */
export const gradingMethodEffects = {
  reviewsCombined_zero:
    'How reviews become grades is now: {{method}}. No grade comes out differently so far.',
  reviewsCombined_one:
    'How reviews become grades is now: {{method}}. {{count}} work comes out differently, by at most {{most}} percentage points.',
  reviewsCombined_other:
    'How reviews become grades is now: {{method}}. {{count}} works come out differently, by at most {{most}} percentage points.',
  agreementCounts: 'Agreement with the best review counts {{percent}} of the grade for reviewing.',
  agreementIgnored: 'The grade for reviewing is for having written one’s reviews alone.',
  helpfulnessCounts: 'How helpful authors find the reviews counts {{percent}} of the grade for reviewing.',
  helpfulnessIgnored: 'How helpful authors find the reviews no longer counts.',
  qualityCounts: 'How good staff find the reviews counts {{percent}} of the grade for reviewing.',
  qualityIgnored: 'How good staff find the reviews no longer counts.',
} as const;

/** How certain grades are. */
export const spotChecks = {
  title: 'How certain the grades are',
  median: 'Grades are the middle review of each work.',
  mean: 'Grades are the mean of each work’s reviews.',
  trimmed: 'Grades are the mean of each work’s reviews without the highest and the lowest.',
  reliability: 'Reviews count by how reliable their reviewers are.',
  usesMean:
    'Reviews are to count by reliability, but so far that tells no more than a mean: the mean is taken.',
  known: 'Marked by staff: {{known}} of {{works}} reviewed works.',
  worth: 'These grades are the least certain. Marking such a work settles its grade.',
  helps:
    'It also shows how reliable its reviewers are, and makes the other grades better when they are next computed.',
  none: 'No grade stands out as uncertain.',
  mark: 'Mark works',
  caption: 'Works that are worth a look',
  reviews: 'Reviews',
  percent: 'Comes out at',
  interval: 'Most likely between',
  spread: 'Reviews apart',
  points: '{{spread}} points',
  range: '{{low}} – {{high}}',
} as const;

/** Sentences about grades that compare reviews with each other. */
export const explainFurther = {
  single: '{{whose}}: one review gave {{percent}}.',
  mean: '{{whose}}: {{percent}}, the mean of all reviews (they gave {{scores}}).',
  median: '{{whose}}: {{percent}}, the median of all reviews (they gave {{scores}}).',
  trimmed:
    '{{whose}}: {{percent}}, the mean of the reviews without the highest and the lowest (they gave {{scores}}).',
  reliability:
    '{{whose}}: {{percent}}, from all reviews (they gave {{scores}}). Reviews by those who are usually closer to the others count more, and known leniency or strictness is taken out.',
  interval: 'Other reviewers would most likely have come to between {{low}} and {{high}}.',
  agreement: 'They agree with the best reviews by {{agreement}}, which counts {{counts}}: {{percent}}.',
  helpfulness: 'Authors find them helpful by {{helpfulness}}, which counts {{counts}}: {{percent}}.',
  notRated: 'Nobody has rated them yet, which will count {{counts}}.',
  notJudged: 'Your instructors have not judged them, which would count {{counts}}.',
  quality: 'Your instructors find them good by {{quality}}, which counts {{counts}}: {{percent}}.',
} as const;
