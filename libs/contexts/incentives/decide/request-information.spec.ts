import { InformationRequested } from '#contexts/incentives/events/information-requested';
import { claimed, DUE, standing, verified } from '../../../../test/support/claim-examples';
import { act, ana, approve, deny, pia, verify, withdraw } from '../../../../test/support/network';

const ask = (by = pia) => act('RequestInformation', 'c', by, { question: 'Which board?' });

const asked = () => claimed().when(ask()).thenAccepted();

describe('RequestInformation', () => {
  it('asks the partner and says until when it may answer', () => {
    claimed()
      .when(ask())
      .then(
        InformationRequested({
          claim: standing({ status: 'information-requested' }),
          question: 'Which board?',
          requestedBy: [pia],
          answerBy: DUE,
        }),
      );
  });

  it('says no in this order: absent, wrong state, clash of duties', () => {
    claimed()
      .when(act('RequestInformation', 'x', pia, { question: '?' }))
      .thenNotNow('NOT_FOUND');
    verified().when(ask(ana)).thenNotNow('NOT_OPEN');
    asked().when(ask()).thenNotNow('NOT_OPEN');
    claimed().when(ask(ana)).thenRefusedBecause('SOD', { act: 'request-information' });
  });

  it('leaves the claim to nobody but the partner until it is answered', () => {
    asked().when(verify('c')).thenNotNow('NOT_OPEN');
    asked().when(approve('c')).thenNotNow('NOT_OPEN');
    asked().when(withdraw('c')).thenAccepted();
    asked().when(deny('c')).thenAccepted();
  });
});
