import { BlobStore } from '#platform/blobs/port/blob-store';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { SecurityLog } from '#platform/security-log/port/security-log';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { Directory } from './auth/directory';
import { Drain } from './drain';
import { CommandSpecs } from './http/command-endpoint';
import type { Network } from './network';
import { Sealed } from './sealed';
import { NETWORK, Waiter } from './network';
import { Metrics } from './ops/metrics';
import { Readiness } from './ops/readiness';

/** The parts of a running network as Nest injects them, everywhere. Ports are both type and token. */
@Module({})
export class NetworkModule {
  static over(network: Network, drain: Drain, metrics: Metrics, security: SecurityLog): DynamicModule {
    const providers = [
      { provide: NETWORK, useValue: network },
      { provide: CommandRuntime, useValue: network.commands },
      { provide: CommandSpecs, useValue: new CommandSpecs(network.deciders) },
      { provide: Directory, useValue: network.directory },
      { provide: BlobStore, useValue: network.blobs },
      { provide: Waiter, useValue: network.waiter },
      { provide: Sealed, useValue: new Sealed(network.blobs, network.saltKey) },
      { provide: SecurityLog, useValue: security },
      { provide: Metrics, useValue: metrics },
      // Live streams end when it begins, or they would hold the stop up to its last second.
      { provide: Drain, useValue: drain },
      { provide: Readiness, useValue: new Readiness(network, drain) },
    ];
    return { module: NetworkModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
