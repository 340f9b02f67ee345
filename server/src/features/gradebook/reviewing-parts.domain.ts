import type {
  AgreementInputs,
  AgreementParameters,
  HelpfulnessInputs,
  HelpfulnessParameters,
  JudgedParameters,
  QualityInputs,
  QualityParameters,
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
  const helpfulness = meanOf(inputs.given.map((one) => (one.version > 0 ? one.helpfulness : null)));
  const counts = parameters.helpfulness.percent;
  const percent = agreed.percent - taken(written.percent, helpfulness, counts);
  return { percent, steps: [...agreed.steps, { type: 'helpfulness', helpfulness, counts, percent }] };
}

/** How good staff find reviews takes its share in the same way, beside the others. */
export function valued(inputs: QualityInputs, parameters: QualityParameters): Part {
  const written = reviewing(inputs);
  const before = judged(inputs, parameters);
  if (written.percent === null || before.percent === null) return before;
  const quality = meanOf(inputs.given.map((one) => (one.version > 0 ? one.quality : null)));
  const counts = parameters.quality.percent;
  const percent = before.percent - taken(written.percent, quality, counts);
  return { percent, steps: [...before.steps, { type: 'quality', quality, counts, percent }] };
}

/** Of levels from 1 to 5, in percent; null where nobody has said anything. */
function meanOf(levels: readonly (number | null)[]): number | null {
  const said = levels.flatMap((level) => (level === null ? [] : [((level - 1) / 4) * 100]));
  return said.length === 0 ? null : said.reduce((sum, one) => sum + one, 0) / said.length;
}

/** Percentage points that are lost by what falls short; of what is not written nothing is left to lose. */
const taken = (written: number, reached: number | null, counts: number): number =>
  (written * (1 - (reached ?? 100) / 100) * counts) / 100;

/** The share of one's reviews that are submitted, once they all are or no more can be. */
export function reviewing({ given, open }: ReviewingInputs): Part {
  const done = given.filter(({ version }) => version > 0).length;
  const of = given.length;
  if (of === 0) return { percent: null, because: 'noReviews', steps: [] };
  const percent = (done / of) * 100;
  const steps = [{ type: 'reviewing', done, of, percent } as const];
  return done < of && open ? { percent: null, because: 'reviewingOpen', steps } : { percent, steps };
}

/** What one's reviews bring, with or without a share for how helpful they are. */
export function judged(inputs: HelpfulnessInputs, parameters: JudgedParameters): Part {
  const { helpfulness } = parameters;
  return helpfulness ? helping(inputs, { ...parameters, helpfulness }) : agreeing(inputs, parameters);
}
