import { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { VerifyClaim } from '#contexts/incentives/commands/verify-claim';
import { WithdrawClaim } from '#contexts/incentives/commands/withdraw-claim';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import { Requested } from '#kernel/requested/requested';
import fc from 'fast-check';
import { CommandPipe } from './command-pipe';
import type { FieldError } from './problems';
import { ProblemError } from './problems';

const id = `clm_${'a'.repeat(26)}`;
const claim = {
  partnerId: `ptr_${'a'.repeat(26)}`,
  outcomeType: 'course-launched',
  subjectId: 'school:010039000001',
  outcomeDate: '2026-03-01',
  evidence: [{ kind: 'course-page', sha256: 'a'.repeat(64) }],
};

function errorsOf(work: () => unknown): unknown[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return (error.more.errors ?? [{ code: error.code } as FieldError]).map(({ pointer, parameter, code }) => [
      pointer ?? parameter,
      code,
    ]);
  }
  return [];
}

describe('command pipe', () => {
  const claims = new CommandPipe(ClaimIncentive);
  const approvals = new CommandPipe(ApproveClaim);

  it('makes a command of its class, with its nested objects of theirs', () => {
    const command = claims.read({ ...claim, note: 'Launched' }, {});
    expect(command).toBeInstanceOf(ClaimIncentive);
    expect(Requested.payloadOf(command)).toEqual({ ...claim, note: 'Launched' });
    expect(new CommandPipe(WithdrawClaim).read({}, { id })).toEqual({ claimId: id });
  });

  it.each([
    [{ ...claim, status: 'APPROVED' }, [['#/status', 'UNKNOWN_FIELD']]],
    [
      { ...claim, hasOwnProperty: 1, toString: 2 },
      [
        ['#/hasOwnProperty', 'UNKNOWN_FIELD'],
        ['#/toString', 'UNKNOWN_FIELD'],
      ],
    ],
    [{ ...claim, partnerId: { $gt: '' } }, [['#/partnerId', 'ID_FORMAT']]],
    [{ ...claim, partnerId: [claim.partnerId] }, [['#/partnerId', 'ID_FORMAT']]],
    [{ ...claim, partnerId: claim.partnerId.toUpperCase() }, [['#/partnerId', 'ID_FORMAT']]],
    [{ ...claim, outcomeDate: '2026-02-30' }, [['#/outcomeDate', 'DATE_FORMAT']]],
    [{ ...claim, outcomeDate: '2026-13-01' }, [['#/outcomeDate', 'DATE_FORMAT']]],
    [{ ...claim, outcomeDate: '29 Feb 2027' }, [['#/outcomeDate', 'DATE_FORMAT']]],
    [{ ...claim, outcomeDate: '' }, [['#/outcomeDate', 'DATE_FORMAT']]],
    [{ ...claim, units: '5' }, [['#/units', 'INTEGER']]],
    [{ ...claim, units: 1.5 }, [['#/units', 'INTEGER']]],
    [{ ...claim, note: null }, [['#/note', 'TEXT_FORMAT']]],
    [{ ...claim, evidence: undefined }, [['#/evidence', 'REQUIRED']]],
    [{ ...claim, evidence: null }, [['#/evidence', 'LIST']]],
    [{ ...claim, evidence: 'x' }, [['#/evidence', 'LIST']]],
    [{ ...claim, evidence: {} }, [['#/evidence', 'LIST']]],
    [{ ...claim, evidence: ['x'] }, [['#/evidence/0', 'OBJECT']]],
    [{ ...claim, evidence: [null] }, [['#/evidence/0', 'OBJECT']]],
    [{ ...claim, evidence: [claim.evidence] }, [['#/evidence/0', 'OBJECT']]],
    [{ ...claim, evidence: [{ ...claim.evidence[0], by: 1 }] }, [['#/evidence/0/by', 'UNKNOWN_FIELD']]],
    [
      { ...claim, evidence: [{ kind: 'X' }] },
      [
        ['#/evidence/0/kind', 'TEXT_FORMAT'],
        ['#/evidence/0/sha256', 'REQUIRED'],
      ],
    ],
    [{ ...claim, evidence: Array(21).fill(claim.evidence[0]) }, [['#/evidence', 'LIST']]],
    [null, [[undefined, 'BODY_NOT_OBJECT']]],
    [[], [[undefined, 'BODY_NOT_OBJECT']]],
    ['x', [[undefined, 'BODY_NOT_OBJECT']]],
    [42, [[undefined, 'BODY_NOT_OBJECT']]],
    [undefined, [[undefined, 'BODY_MISSING']]],
  ])('refuses %j', (body, errors) => {
    expect(errorsOf(() => claims.read(body, {}))).toEqual(errors);
  });

  it.each([
    [ClaimIncentive, 'Send a JSON object; it needs at least partnerId, outcomeType, subjectId, outcomeDate, evidence.'],
    [ApproveClaim, 'Send {} as the body: every field may be left out here.'],
  ])('says to whom sent no body what %p needs', (type, detail) => {
    const pipe = new CommandPipe(type as new () => ClaimIncentive);
    expect(() => pipe.read(undefined, { id })).toThrow(expect.objectContaining({ code: 'BODY_MISSING', detail }));
  });

  it('names the nearest field', () => {
    expect(() => claims.read({ ...claim, subjectID: 'x' }, {})).toThrow('Did you mean subjectId?');
  });

  it.each([10.5, '1500', -5, null, true, [7], 2 ** 53, Number.NaN, {}])('knows no amount %j', (approvedCents) => {
    expect(errorsOf(() => approvals.read({ approvedCents }, { id }))).toEqual([['#/approvedCents', 'AMOUNT_FORMAT']]);
  });

  it('refuses the address’s id in the body, and another kind of id in the address', () => {
    expect(errorsOf(() => approvals.read({ claimId: id }, { id }))).toEqual([['#/claimId', 'UNKNOWN_FIELD']]);
    for (const wrong of [claim.partnerId, id.toUpperCase(), 'clm_', `${id}\u0000`, '']) {
      expect(errorsOf(() => approvals.read({}, { id: wrong }))).toEqual([['id', 'ID_FORMAT']]);
    }
  });

  it('tells everything that is wrong at once', () => {
    const body = { ...claim, outcomeDate: 'x', units: -1, extra: 1, evidence: [{ kind: 7, sha256: 'A' }] };
    expect(errorsOf(() => claims.read(body, {}))).toEqual([
      ['#/extra', 'UNKNOWN_FIELD'],
      ['#/outcomeDate', 'DATE_FORMAT'],
      ['#/units', 'INTEGER'],
      ['#/evidence/0/kind', 'TEXT_FORMAT'],
      ['#/evidence/0/sha256', 'TEXT_FORMAT'],
    ]);
  });

  it('answers any JSON with a command or a problem, and never changes what it was given', () => {
    const pipes = [ClaimIncentive, VerifyClaim, OnboardPartner].map(
      (type) => new CommandPipe(type as new () => ClaimIncentive),
    );
    const near = fc.record(
      {
        ...Object.fromEntries(
          ['partnerId', 'evidence', 'flagsAnswered', 'states', 'slug', 'since'].map((k) => [k, fc.jsonValue()]),
        ),
        note: fc.jsonValue({ maxDepth: 3 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ maxDepth: 6 }), near), (body) => {
        const before = JSON.stringify(body);
        for (const pipe of pipes) errorsOf(() => pipe.read(body, { id }));
        expect(JSON.stringify(body)).toBe(before);
      }),
      { numRuns: 2_000 },
    );
  });
});
