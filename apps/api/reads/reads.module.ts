import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit/audit-events.controller';
import { SecurityLogController } from './audit/security-log.controller';
import { EventPages } from './audit/event-pages';
import { EventStream } from './audit/event-stream';
import { EvidenceFileController } from './evidence/evidence-file.controller';
import { EntityEndpoint } from './entity/entity-endpoint';
import { Moments } from './moment/moments';
import { Cursors } from './query/cursor';
import { entityController, tableController } from './read-controllers';
import type { ReadNetwork } from './read-network';
import { TableEndpoint } from './table/table-endpoint';
import { Tables } from './table/tables';
import { approvalRead, approvalsTable } from './tables/approvals';
import { capUsageTable } from './tables/cap-usage';
import { claimRead, claimsTable } from './tables/claims';
import { partnerRead, partnersTable } from './tables/partners';
import { payableRead, payablesTable } from './tables/payables';
import { policiesTable } from './tables/policies';

/** Every table that is served. A new list is one line here. */
export const TABLES = [partnersTable, claimsTable, capUsageTable, payablesTable, policiesTable, approvalsTable];
/** Every kind of thing that has an address. */
export const ENTITIES = [partnerRead, claimRead, payableRead, approvalRead];

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
