import { Standstill } from '#platform/event-store/eventstoredb/standstill';

describe('patience with a count of the log', () => {
  it('ends when the count stands still for so long, however long it goes on before', () => {
    let now = 0;
    const patience = new Standstill(60, 7, () => now);
    const left: number[] = [];
    for (const [time, place] of [
      ...[[10, 7] as const, [59, 8] as const, [118, 9] as const],
      ...[[170, 9] as const, [178, 9] as const, [300, 9] as const],
    ]) {
      now = time;
      left.push(patience.leftMs(place));
    }
    expect(left).toEqual([50, 60, 60, 8, 0, 0]);
  });
});
