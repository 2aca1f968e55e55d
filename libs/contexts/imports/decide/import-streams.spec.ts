import { ImportApplied } from '#contexts/imports/events/import-applied';
import { ImportReceived } from '#contexts/imports/events/import-received';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { specification } from '../../../../test/support/given-when-then';
import { ana, NOW, pia } from '../../../../test/support/network';
import { importStreams } from './import-streams';

const importId = entityId('imp', uuidOf('a file'));
const planHash = 'd'.repeat(64);
const { given } = specification([importStreams], `import-${importId}`, NOW);

const file = { kind: 'signups', mode: 'per-row', sha256: 'c'.repeat(64), bytes: 48_213, fill: [] } as const;
const received = ImportReceived({ importId, ...file, expectRows: null, expectCents: null, receivedBy: [pia] });
const applied = ImportApplied({ importId, planHash });
const receive = (more: object = {}) => ({
  ...{ name: 'ReceiveImport', key: 'a file', by: pia },
  payload: { ...file, ...more },
});
const apply = { name: 'ApplyImport', payload: { importId, planHash }, by: pia };

describe('ReceiveImport', () => {
  it('says no to nothing: it keeps all that a plan is made of, under an id of its own', () => {
    given().when(receive()).then(received);
  });

  it('keeps what the sender counted, and what was filled in', () => {
    const fill = [{ column: 'since', value: '2026-07-01' }];
    given()
      .when(receive({ expectRows: 12, expectCents: 150_000, fill }))
      .thenAccepted({ expectRows: 12, expectCents: 150_000, fill });
  });

  it('tells where the plan is, and not who else may see it', () => {
    const body = { id: importId, ...file, expectRows: null, expectCents: null };
    given()
      .when(receive())
      .thenReply({ status: 201, body, location: `/v1/imports/${importId}` });
  });
});

describe('ApplyImport', () => {
  it('says that the plan is applied', () => {
    given(received).when(apply).then(applied);
  });

  it('says no to an import that is not there or another’s, and to a plan that is applied already', () => {
    given().when(apply).thenNotNow('NOT_FOUND');
    given(received, applied)
      .when({ ...apply, by: ana })
      .thenNotNow('NOT_FOUND');
    given(received, applied).when(apply).thenNotNow('ALREADY_APPLIED');
  });

  it('takes another plan of the same file later', () => {
    const later = { importId, planHash: 'e'.repeat(64) };
    given(received, applied)
      .when({ ...apply, payload: later })
      .then(ImportApplied(later));
  });
});
