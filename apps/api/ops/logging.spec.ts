import { Child } from '../../../test/support/child';

/** Lines are written in batches (logging.ts), and yet none is lost but by a SIGKILL within the second. */
describe('the request log', () => {
  jest.setTimeout(30_000);
  afterEach(() => Child.killAll());

  it.each(['exit', 'throw'])('is whole when the process ends by %s', async (how) => {
    const child = new Child('log-writer.ts', [how]);
    await child.exit;
    expect(child.lines).toEqual([expect.stringContaining('"written"')]);
  });

  it('shows the line of a process that goes on, though the batch is not full', async () => {
    const child = new Child('log-writer.ts', ['stay']);
    expect(await child.line('{')).toContain('"written"');
  });
});
