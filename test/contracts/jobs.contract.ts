import type { Jobs } from '#platform/jobs/port/jobs';

/** What the contract needs of an adapter: a fresh one whose pauses end when `passTime` is called. */
export interface JobsUnderTest {
  readonly jobs: Jobs;
  passTime(): void;
}

/** Lets a spec hold a run and release it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Holds an adapter to the text of `Jobs`. */
export function jobsContract(name: string, make: () => JobsUnderTest): void {
  describe(`jobs: ${name}`, () => {
    let under: JobsUnderTest;
    beforeEach(() => {
      under = make();
    });
    afterEach(() => under.jobs.close());

    it('runs each job that is asked for, with its id', async () => {
      const { jobs } = under;
      const ran: string[] = [];
      jobs.handle('greet', async (id) => {
        ran.push(id);
        return 'done';
      });
      jobs.ask({ kind: 'greet', id: 'a' });
      jobs.ask({ kind: 'greet', id: 'b' });
      await jobs.idle();
      expect(ran).toEqual(['a', 'b']);
    });

    it('runs a job once more when it is asked for during its run, and once however often', async () => {
      const { jobs } = under;
      const { opened, open } = gate();
      let runs = 0;
      let together = 0;
      jobs.handle('slow', async () => {
        together += 1;
        expect(together).toBe(1);
        runs += 1;
        await opened;
        together -= 1;
        return 'done';
      });
      jobs.ask({ kind: 'slow', id: 'a' });
      await Promise.resolve();
      for (let i = 0; i < 5; i += 1) jobs.ask({ kind: 'slow', id: 'a' });
      open();
      await jobs.idle();
      expect(runs).toBe(2);
    });

    it.each([
      ['says "again"', async () => 'again' as const, 'not possible yet'],
      ['throws', () => Promise.reject(new Error('no luck')), 'no luck'],
    ])('runs a job again after a pause when it %s, and says so meanwhile', async (_how, fail, why) => {
      const { jobs, passTime } = under;
      let runs = 0;
      jobs.handle('try', async () => ((runs += 1) < 3 ? fail() : 'done'));
      jobs.ask({ kind: 'try', id: 'a' });
      await jobs.idle();
      expect({ runs, troubles: jobs.troubles() }).toEqual({ runs: 1, troubles: { 'try/a': why } });
      passTime();
      await jobs.idle();
      passTime();
      await jobs.idle();
      expect({ runs, troubles: jobs.troubles() }).toEqual({ runs: 3, troubles: {} });
    });

    it('goes on with other jobs while one pauses', async () => {
      const { jobs } = under;
      const ran: string[] = [];
      jobs.handle('bad', () => Promise.reject(new Error('no luck')));
      jobs.handle('good', async (id) => {
        ran.push(id);
        return 'done';
      });
      jobs.ask({ kind: 'bad', id: 'a' });
      jobs.ask({ kind: 'good', id: 'b' });
      await jobs.idle();
      expect(ran).toEqual(['b']);
    });

    it('ends the run in hand when it is closed, and begins no other', async () => {
      const { jobs } = under;
      const { opened, open } = gate();
      const ended: string[] = [];
      jobs.handle('slow', async (id) => {
        await opened;
        ended.push(id);
        return 'done';
      });
      jobs.ask({ kind: 'slow', id: 'a' });
      await Promise.resolve();
      jobs.ask({ kind: 'slow', id: 'b' });
      const closed = jobs.close();
      open();
      await closed;
      jobs.ask({ kind: 'slow', id: 'c' });
      await jobs.idle();
      expect(ended).toEqual(['a']);
    });
  });
}
