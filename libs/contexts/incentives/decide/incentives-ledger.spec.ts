import { incentivesLedger } from './incentives-ledger';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { approved, cap, claimed, decisionId, standing, verified } from '../../../../test/support/claim-examples';
import {
  act,
  ana,
  B,
  bob,
  claim,
  claimId,
  district,
  pat,
  pia,
  verify,
  withdraw,
} from '../../../../test/support/network';

function incentivesTouched(state: object, key: string): number | undefined {
  return incentivesLedger.touched(state as never, claimId(key));
}

describe('the ledger as a whole', () => {
  it('knows the revision of the last event that touched a claim; a refusal touches nothing', () => {
    const touched = (scenario: ReturnType<typeof claimed>, key: string) =>
      incentivesTouched(scenario.world.stateOf('incentives-1'), key);
    const one = claimed();
    expect(touched(one, 'c')).toBe(2);
    one.when(verify('c', ana)).thenRefusedBecause('SOD');
    expect(touched(one, 'c')).toBe(2);
    one.when(claim('district-onboarded', district(1), { key: 'rival', partner: B, by: bob })).thenAccepted();
    expect([touched(one, 'c'), touched(one, 'rival')]).toEqual([4, 4]);
    one.when(withdraw('rival', bob)).thenAccepted();
    expect([touched(one, 'c'), touched(one, 'rival'), touched(one, 'none')]).toEqual([5, 5, undefined]);
  });

  it('stores no event that cannot follow', () => {
    const event = (data: object) => ClaimApproved(data as never);
    const whole = {
      claim: standing({ status: 'approved', reservedCents: 0, approvedCents: 500_000 }),
      decisionId,
      releasedCents: 500_000,
      cap: cap(2_000_000, 2_000_000),
      duties: { submitted: [ana], verified: [pia], approved: [pat] },
    };
    const stops = (data: object, words: string, from = verified) =>
      expect(() => from().world.record('incentives-1', [event(data)])).toThrow(words);
    expect(() => verified().world.record('incentives-1', [event(whole)])).not.toThrow();
    stops(whole, 'does not come here', claimed);
    stops({ ...whole, releasedCents: 0 }, 'what was reserved is released');
    stops({ ...whole, claim: { ...whole.claim, approvedCents: 500_001 } }, 'within the catalogue');
    stops({ ...whole, claim: { ...whole.claim, partnerId: B } }, 'stays the claim');
    stops({ ...whole, cap: cap(2_000_000, 2_000_001) }, 'the headroom after');
    stops({ ...whole, duties: { ...whole.duties, approved: [pia] } }, 'two duties');
    stops(whole, 'what was reserved is released', approved);
  });

  it('names an act it does not know', () => {
    expect(() => claimed().when(act('EatClaim', 'c', pia))).toThrow('no decider knows EatClaim');
  });
});
