import { SharedCall } from '#kernel/shared-call/shared-call';

describe('a question that many ask at once', () => {
  it('is answered to latecomers by the next call, once for all of them', async () => {
    const open: ((answer: number) => void)[] = [];
    const shared = new SharedCall(
      () =>
        new Promise<number>((resolve) => {
          open.push(resolve);
        }),
    );
    const first = shared.ask();
    const late = [shared.ask(), shared.ask()];
    expect(open).toHaveLength(1);
    open[0]!(1);
    expect(await first).toBe(1);
    await new Promise(setImmediate);
    expect(open).toHaveLength(2);
    open[1]!(2);
    expect(await Promise.all(late)).toEqual([2, 2]);
  });

  it('is asked again after it failed', async () => {
    let calls = 0;
    const shared = new SharedCall(async () => {
      calls += 1;
      if (calls === 1) throw new Error('first');
      return calls;
    });
    const [first, late] = [shared.ask(), shared.ask()];
    await expect(first).rejects.toThrow('first');
    expect(await late).toBe(2);
  });
});
