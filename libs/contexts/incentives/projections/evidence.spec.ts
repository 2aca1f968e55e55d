import { evidenceProjection } from '#contexts/incentives/projections/evidence';
import { incentivesLedger } from '#contexts/incentives/decide/incentives-ledger';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { A, ana, B, claim, district, file, NOW, partnerA, published, received } from '../../../../test/support/network';
import { World } from '../../../../test/support/world';

it('says who may read a file: who sent it, and the partner whose claim names what network staff entered', () => {
  const world = new World([incentivesLedger], NOW);
  world.record(partnerA.stream, partnerA.events);
  world.record('policy-incentives', [published(defaultIncentivesPolicy)]);
  world.record('incentives-1', [received('file'), received('other', B)]);
  const readers = () => [...world.documents(evidenceProjection).values()];
  const [staff, beta] = [
    { id: `${file('file')}/-`, sha256: file('file'), partnerId: null },
    { id: `${file('other')}/${B}`, sha256: file('other'), partnerId: B },
  ];
  expect(readers()).toEqual([staff, beta]);
  world.ask('ClaimIncentive', claim('district-onboarded', district(1)).payload, { by: ana, role: 'partner-staff' });
  expect(readers()).toEqual([staff, beta, { id: `${file('file')}/${A}`, sha256: file('file'), partnerId: A }]);
});
