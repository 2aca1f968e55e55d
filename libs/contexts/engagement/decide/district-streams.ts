import { recordSignUp, signUpFacts } from '#contexts/engagement/decide/record-sign-up';
import type { DistrictState } from '#contexts/engagement/decide/state';
import { DistrictSignedUp } from '#contexts/engagement/events/district-signed-up';
import { assert, present } from '#kernel/assert/assert';
import type { Decider, Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { SubjectId } from '#kernel/subjects/subject-id';

export const districtStream = (districtId: SubjectId): string => `district-${districtId}`;

/** A stream for each district (or school that stands for itself): how it stands to the network. */
export const districtStreams: Decider<DistrictState> = {
  name: 'engagement',
  owns: (stream) => stream.startsWith('district-'),
  events: [DistrictSignedUp],
  initial: () => ({ signUp: null, touched: undefined }),
  evolve,
  touched: ({ touched }) => touched,
  commands: [
    {
      name: 'RecordSignUp',
      version: 1,
      rules: 'v1',
      stream: ({ districtId }: { districtId: SubjectId }) => districtStream(districtId),
      entity: ({ districtId }: { districtId: SubjectId }) => districtId,
      facts: signUpFacts,
      decide: recordSignUp,
      reply: districtReply,
    },
  ],
};

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
function evolve(state: DistrictState, recorded: RecordedEvent): DistrictState {
  assert(recorded.type === DistrictSignedUp.type, 'an event of a district', { type: recorded.type });
  const { data, revision } = recorded as DistrictSignedUp;
  const { districtId, ...signUp } = data;
  assert(state.signUp === null, 'a district signs up once', { districtId });
  state.signUp = signUp;
  state.touched = revision;
  return state;
}

function districtReply(events: readonly RecordedEvent[]): Reply {
  const { districtId, ...signUp } = present(events[0] as DistrictSignedUp | undefined, 'the event of a sign-up').data;
  return { status: 200, body: { id: districtId, ...signUp } };
}
