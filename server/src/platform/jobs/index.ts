export { createJobs, type JobRunner } from './jobs.ts';
