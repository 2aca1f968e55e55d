import { PayloadErased } from '#contexts/access/events/payload-erased';
import { specification } from '../../../../test/support/given-when-then';
import { NOW } from '../../../../test/support/network';
import { payloadStreams } from './payload-streams';

const sha256 = 'a'.repeat(64);
const { given } = specification([payloadStreams], `payload-${sha256}`, NOW);
const erasure = PayloadErased({ sha256, reason: 'Asked for by the person.' });
const erase = { name: 'ErasePayload', payload: { sha256, reason: 'Asked for by the person.' } };

describe('ErasePayload', () => {
  it('says no to a second erasure', () => {
    given().when(erase).then(erasure);
    given()
      .when(erase)
      .thenReply({ status: 200, body: { sha256, erased: true } });
    given(erasure).when(erase).thenNotNow('PAYLOAD_ERASED', { status: 409 });
  });

  it('is told by its revision, and stops on a second erasure', () => {
    const state = given(erasure).world.stateOf<never>(`payload-${sha256}`);
    expect(payloadStreams.touched(state, sha256)).toBe(0);
    expect(() => given(erasure, erasure)).toThrow('erased once');
  });
});
