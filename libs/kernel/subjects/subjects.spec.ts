import { normalCode } from '#kernel/subjects/code';
import { STATES } from '#kernel/subjects/states';
import { parseSubjectId } from '#kernel/subjects/subject-id';

describe('subjects', () => {
  it.each([
    ['lea:0100390', ['district'], 'AL'],
    ['lea:5100030', ['district'], 'VA'],
    ['lea:7200030', ['district'], 'PR'],
    ['school:010039000001', ['school'], 'AL'],
    ['cohort:fall-2026', ['cohort'], undefined],
    ['local:new-school', ['district', 'school'], undefined],
  ])('%s', (text, kinds, state) => {
    expect(parseSubjectId(text)).toEqual({ id: text, kinds, ...(state === undefined ? {} : { state }) });
  });

  it.each([
    'lea:0300390',
    'lea:0000000',
    'lea:9900390',
    'lea:010039',
    'lea:01003901',
    'school:01003900001',
    'LEA:0100390',
    'lea:0100390 ',
    'lea:0100390\n',
    'lea:०100390',
    'cohort:',
    'cohort:Fall',
    `cohort:${'a'.repeat(65)}`,
    'person:1',
    '0100390',
    '',
  ])('%j is none', (text) => {
    expect(parseSubjectId(text)).toBeUndefined();
  });

  it('lie in 51 states with the district, and five territories', () => {
    expect(STATES.size).toBe(56);
    expect(STATES.has('DD') || STATES.has('BI')).toBe(false);
  });
});

describe('codes are one, however they are typed (G8)', () => {
  it.each([
    'csp',
    ' C S P ',
    'C-S–P',
    'C—S―P',
    'C\u2011S\u2212P',
    'ＣＳＰ',
    'ｃｓｐ',
    'C\u00a0S\u2003P',
    'C\u200bS\u200cP\u200d',
    '\ufeffCSP',
    'C\u00adS\u2060P',
    'CSP\ufe0f',
    'C\u034fS\u3164P',
    '\u202eCSP\u202c',
    'Ⓒsp',
  ])('%j', (text) => {
    expect(normalCode(text)).toBe('CSP');
  });

  it('and different ones stay different', () => {
    expect(normalCode('graduation-requirement')).toBe('GRADUATIONREQUIREMENT');
    expect(new Set(['CSF', 'CSD', 'CSP', 'CSA', 'AI'].map(normalCode)).size).toBe(5);
    expect(normalCode('СSP')).not.toBe('CSP'); // a Cyrillic С is another letter
  });
});
