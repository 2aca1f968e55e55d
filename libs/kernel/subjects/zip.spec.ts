import { STATES } from '#kernel/subjects/states';
import { stateOfZip } from '#kernel/subjects/zip';

describe('the state of a ZIP code', () => {
  it.each([
    ['90012', 'CA'],
    ['606', 'IL'],
    ['64108', 'MO'],
    ['66101', 'KS'],
    ['02139', 'MA'],
    ['06390', 'NY'],
    ['06391', 'CT'],
    ['79901', 'TX'],
    ['88510', 'TX'],
    ['96799', 'AS'],
    ['96910', 'GU'],
    ['96950', 'MP'],
  ])('%s lies in %s', (zip, state) => {
    expect(stateOfZip(zip)).toBe(state);
  });

  it.each(['00001', '09012', '99', '000', '34012'])('%s lies in none', (zip) => {
    expect(stateOfZip(zip)).toBeUndefined();
  });

  it('is known for every state and territory that a partner can serve', () => {
    const zips = Array.from({ length: 100_000 }, (_, n) => String(n).padStart(5, '0'));
    expect([...STATES].filter((state) => !zips.some((zip) => stateOfZip(zip) === state))).toEqual([]);
  });
});
