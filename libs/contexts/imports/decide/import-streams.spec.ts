import { ImportApplied } from '#contexts/imports/events/import-applied';
import { ImportReceived } from '#contexts/imports/events/import-received';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { specification } from '../../../../test/support/given-when-then';
import { NOW, pat, pia } from '../../../../test/support/network';
import { importStreams } from './import-streams';

const importId = entityId('imp', uuidOf('upload'));
const { given } = specification([importStreams], `import-${importId}`, NOW);
const file = { kind: 'signups', mode: 'per-row', sha256: 'a'.repeat(64), bytes: 120, fill: [] } as const;
const received = ImportReceived({ importId, ...file, expectRows: null, expectCents: null, receivedBy: [pia] });
const [planHash, otherPlan] = ['b'.repeat(64), 'c'.repeat(64)];
const applied = ImportApplied({ importId, planHash });
const apply = { name: 'ApplyImport', by: pia, payload: { importId, planHash } };

describe('ReceiveImport', () => {
  it('says no to nothing: what the rows are worth is judged when they are planned', () => {
    given().when({ name: 'ReceiveImport', by: pia, key: 'upload', payload: file }).then(received);
  });
});

describe('ApplyImport', () => {
  it('says that a plan is done; another plan of the file may follow', () => {
    given(received).when(apply).then(applied);
    given(received, applied)
      .when({ ...apply, payload: { importId, planHash: otherPlan } })
      .thenAccepted();
  });

  it('says no in this order: absent, another’s file, applied already', () => {
    given().when(apply).thenNotNow('NOT_FOUND', { status: 404 });
    given(received, applied)
      .when({ ...apply, by: pat })
      .thenNotNow('NOT_FOUND', { status: 404 });
    given(received, applied).when(apply).thenNotNow('ALREADY_APPLIED', { figures: { planHash } });
  });
});
