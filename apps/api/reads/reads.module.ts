import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit/audit-events.controller';
import { SecurityLogController } from './audit/security-log.controller';
import { EventPages } from './audit/event-pages';
import { EventStream } from './audit/event-stream';
import { EvidenceFileController } from './evidence/evidence-file.controller';
import { PaymentFileController } from './payment-file/payment-file.controller';
import { EntityEndpoint } from './entity/entity-endpoint';
import { Moments } from './moment/moments';
import { Cursors } from './query/cursor';
import { entityController, tableController } from './read-controllers';
import type { ReadNetwork } from './read-network';
import { TableEndpoint } from './table/table-endpoint';
import { Tables } from './table/tables';
import { approvalRead, approvalsTable } from './tables/approvals';
import { awardRead, awardsTable } from './tables/awards';
import { capUsageTable } from './tables/cap-usage';
import { claimRead, claimsTable } from './tables/claims';
import { districtsTable } from './tables/districts';
import { exposureTable } from './tables/exposure';
import { grantCapUsageTable } from './tables/grant-cap-usage';
import { grantReachTable } from './tables/grant-reach';
import { myWorkTable } from './tables/my-work';
import { partnerRead, partnersTable } from './tables/partners';
import { payableRead, payablesTable } from './tables/payables';
import { batchRead, payoutBatchesTable } from './tables/payout-batches';
import { grantsPolicyRead, policiesTable, policyRead } from './tables/policies';
import { poolRead, poolsTable } from './tables/pools';
import { proposalRead, proposalsTable } from './tables/proposals';
import { receivableRead, receivablesTable } from './tables/receivables';
import { reviewQueueTable } from './tables/review-queue';
import { roundRead, roundsTable } from './tables/rounds';
import { slateRead, slatesTable } from './tables/slates';
import { subjectsTable } from './tables/subjects';
import { territoriesTable } from './tables/territories';

/** Every table that is served. A new list is one line here. */
export const TABLES = [
  ...[
    partnersTable,
    territoriesTable,
    subjectsTable,
    claimsTable,
    capUsageTable,
    payablesTable,
    policiesTable,
    approvalsTable,
  ],
  ...[payoutBatchesTable, receivablesTable],
  ...[poolsTable, roundsTable, slatesTable, proposalsTable, reviewQueueTable, awardsTable],
  ...[grantCapUsageTable, grantReachTable, exposureTable, myWorkTable, districtsTable],
];
/** Every kind of thing that has an address. */
export const ENTITIES = [
  ...[partnerRead, claimRead, payableRead, approvalRead, policyRead],
  ...[grantsPolicyRead, batchRead, receivableRead],
  ...[poolRead, roundRead, slateRead, proposalRead, awardRead],
];

export interface ReadParts {
  /** Signs cursors: `cursorKeyIn(DATA_DIR)`. */
  readonly cursorKey: Buffer;
}

/** The reads over a running network; the server takes it as one of its `modules`. */
@Module({})
export class ReadsModule {
  static over(network: ReadNetwork, { cursorKey }: ReadParts): DynamicModule {
    const moments = new Moments(network);
    const tables = new Tables(network, moments, new Cursors(cursorKey));
    return {
      module: ReadsModule,
      controllers: [
        ...TABLES.map((table) => tableController(table)),
        ...ENTITIES.map(entityController),
        AuditEventsController,
        SecurityLogController,
        EvidenceFileController,
        PaymentFileController,
      ],
      providers: [
        { provide: Moments, useValue: moments },
        { provide: Tables, useValue: tables },
        { provide: EventPages, useValue: new EventPages(network.store) },
        { provide: EventStream, useValue: new EventStream(network.store) },
        TableEndpoint,
        EntityEndpoint,
      ],
      exports: [Moments, Tables],
    };
  }
}
