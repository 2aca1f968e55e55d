import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import { A, B, bob, claim, district, evidenceOf, file, incentives } from '../../../../test/support/network';

const { given } = incentives;

describe('ReceiveEvidence', () => {
  it('says no to nothing: it takes note of a file and whose it is, and the same file may come again', () => {
    const upload = {
      name: 'ReceiveEvidence',
      payload: { sha256: file('x'), bytes: 3, mediaType: 'application/pdf', partnerId: A },
    };
    const event = EvidenceReceived({ sha256: file('x'), bytes: 3, mediaType: 'application/pdf', partnerId: A });
    const again = { ...upload, payload: { ...upload.payload, partnerId: B } };
    const both = given().when(upload).then(event).when(again).thenAccepted({ partnerId: B });
    const evidence = evidenceOf('district-onboarded', 'x');
    both.when(claim('district-onboarded', district(1), { evidence })).thenAccepted();
    both.when(claim('district-onboarded', district(2), { evidence, partner: B, by: bob })).thenAccepted();
  });
});
