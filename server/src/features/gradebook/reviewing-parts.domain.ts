import type {
  AgreementInputs,
  AgreementParameters,
  HelpfulnessInputs,
  HelpfulnessParameters,
  ReviewingInputs,
} from './formula-inputs.domain.ts';
import type { Part } from './grade-policies.domain.ts';

/** The share of one's reviews that are submitted, and how far these agree with the best; once nothing more can come. */
export function agreeing({ given, open }: AgreementInputs, { agreement }: AgreementParameters): Part {
  const written = reviewing({ given, open });
  if (written.percent === null || !agreement) return written;
  const agreements = given.map((review) => (review.version > 0 ? (review.agreement ?? 0) : 0));
  const sum = agreements.reduce((total, one) => total + one, 0);
  const done = given.filter(({ version }) => version > 0).length;
  const share = agreement.percent / 100;
  const percent = written.percent * (1 - share) + (sum / given.length) * share;
  const step = {
    type: 'agreement',
    agreement: done === 0 ? 0 : sum / done,
    counts: agreement.percent,
    percent,
  } as const;
  return { percent, steps: [...written.steps, step] };
}

/** How helpful authors find reviews takes its share from having written them; who is not rated keeps it. */
export function helping(inputs: HelpfulnessInputs, parameters: HelpfulnessParameters): Part {
  const written = reviewing(inputs);
  const agreed = agreeing(inputs, parameters);
  if (written.percent === null || agreed.percent === null) return agreed;
  const rated = inputs.given.flatMap(({ version, helpfulness }) =>
    version > 0 && helpfulness !== null ? [((helpfulness - 1) / 4) * 100] : [],
  );
  const helpfulness = rated.length === 0 ? null : rated.reduce((sum, one) => sum + one, 0) / rated.length;
  const counts = parameters.helpfulness.percent;
  // What is not written helps nobody.
  const taken = written.percent * (1 - (helpfulness ?? 100) / 100);
  const percent = agreed.percent - (taken * counts) / 100;
  return { percent, steps: [...agreed.steps, { type: 'helpfulness', helpfulness, counts, percent }] };
}

/** The share of one's reviews that are submitted, once they all are or no more can be. */
export function reviewing({ given, open }: ReviewingInputs): Part {
  const done = given.filter(({ version }) => version > 0).length;
  const of = given.length;
  if (of === 0) return { percent: null, because: 'noReviews', steps: [] };
  const percent = (done / of) * 100;
  const steps = [{ type: 'reviewing', done, of, percent } as const];
  return done < of && open ? { percent: null, because: 'reviewingOpen', steps } : { percent, steps };
}

/** With or without a share for how helpful reviews are. */
export type JudgedParameters = Omit<HelpfulnessParameters, 'helpfulness'> & {
  readonly helpfulness: HelpfulnessParameters['helpfulness'] | null;
};

/** What one's reviews bring, with or without a share for how helpful they are. */
export function judged(inputs: HelpfulnessInputs, parameters: JudgedParameters): Part {
  const { helpfulness } = parameters;
  return helpfulness ? helping(inputs, { ...parameters, helpfulness }) : agreeing(inputs, parameters);
}
