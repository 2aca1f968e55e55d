import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { jobsContract } from './jobs.contract';

jobsContract('inline', () => {
  const pauses: (() => void)[] = [];
  return {
    jobs: new InlineJobs((_ms, call) => pauses.push(call)),
    passTime: () => pauses.splice(0).forEach((end) => end()),
  };
});
