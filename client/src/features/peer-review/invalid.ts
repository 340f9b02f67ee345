/** What is wrong with one field; the text is translated where it is shown. */
export type Invalid =
  | {
      readonly because:
        | 'required'
        | 'date'
        | 'reviewsAfterSubmissions'
        | 'dueBeforeClose'
        | 'noCriterion'
        | 'nothingTaken'
        | 'noFileGroup'
        | 'nothingCounts'
        | 'weights'
        | 'weightsExtra'
        | 'bounds'
        | 'afterSubmissions'
        | 'afterReviews'
        | 'comparedAtOnce';
    }
  | {
      readonly because: 'tooLong' | 'points' | 'count' | 'percent' | 'whole' | 'scale';
      readonly max: number;
    };
