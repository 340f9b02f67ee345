import { refitWithout, type Reliability } from './reliability.domain.ts';
import { at, intAt, type Reports, spreadOf } from './reports.domain.ts';

/** Works to compare by; with fewer, what comes of it is chance. */
const WORKS_MIN = 10;
/** About so many predictions tell the methods apart as well as more do. */
const PREDICTIONS = 2_000;
/** Small activities are gone through so often, each time with other reports left out. */
const PASSES_MAX = 5;
/** Reports of a work, at least: one to be predicted from two others. */
const REPORTS_MIN = 3;
const ROUNDS = 6;
/** From this share of the works' variance on, a report is far from the class mean. */
const FAR_SHARE = 0.25;
/** Works that differ by less than this share of what reports vary cannot be told apart. */
const TOLD_APART_SHARE = 0.02;

/**
 * Whether the model predicts a report that it has not seen better than the mean of the work's other reports does: only
 * then is it worth more than a mean. Reports near the class mean are predicted by anything that says "the mean", so each
 * counts by how far it is from it, and by how probable it is that its reviewer has looked.
 */
export function predictsBetter(reports: Reports, fitted: Reliability): boolean {
  const { works, start, known } = reports;
  if (1 / fitted.workPrecision < TOLD_APART_SHARE * spreadOf(reports).total) return false;
  const eligible: number[] = [];
  for (let u = 0; u < works; u += 1) {
    const isKnown = !Number.isNaN(at(known, u));
    if (!isKnown && intAt(start, u + 1) - intAt(start, u) >= REPORTS_MIN) eligible.push(u);
  }
  if (eligible.length < WORKS_MIN) return false;
  const step = Math.ceil(eligible.length / PREDICTIONS);
  const chosen = eligible.filter((_, index) => index % step === 0);
  const passes = Math.min(PASSES_MAX, Math.max(1, Math.round(PREDICTIONS / chosen.length)));
  let gain = 0;
  for (let pass = 0; pass < passes; pass += 1) gain += gainOf(reports, fitted, chosen, pass);
  return gain > 0;
}

/** By how much the model's errors are smaller than those of means, over one report of each chosen work. */
function gainOf(reports: Reports, fitted: Reliability, chosen: readonly number[], pass: number): number {
  const { works, start, reviewer, value } = reports;
  const heldOut = new Int32Array(works).fill(-1);
  // Each place among a work's reports in turn, so that no reviewer loses more reports than others.
  chosen.forEach((u, index) => {
    const from = intAt(start, u);
    heldOut[u] = from + ((index + pass) % (intAt(start, u + 1) - from));
  });
  const fit = refitWithout(reports, fitted, heldOut, ROUNDS);
  let gain = 0;
  for (const u of chosen) {
    const held = intAt(heldOut, u);
    const v = intAt(reviewer, held);
    const z = at(value, held);
    const counts = at(fit.weight, v) * Math.min((z - fit.mean) ** 2, FAR_SHARE / fit.workPrecision);
    const byModel = (z - at(fit.quality, u) - at(fit.bias, v)) ** 2;
    gain += counts * ((z - meanWithout(reports, u, held)) ** 2 - byModel);
  }
  return gain;
}

function meanWithout({ start, value }: Reports, work: number, held: number): number {
  let sum = 0;
  const from = intAt(start, work);
  const end = intAt(start, work + 1);
  for (let i = from; i < end; i += 1) if (i !== held) sum += at(value, i);
  return sum / (end - from - 1);
}
