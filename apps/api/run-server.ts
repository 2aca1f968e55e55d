import { openSecurityLog } from '#platform/profiles/embedded/open-security-log';
import type { AddressInfo } from 'node:net';
import { localIssuer, oidcIssuer } from './auth/issuers';
import type { Issuer } from './auth/issuers';
import { keyFileIn, localKey, publicKeyOf } from '#platform/sign-in/local-keys';
import type { Config } from '#platform/config/read-config';
import type { Network } from './network';
import { makeLogger } from './ops/logging';
import type { ApiServer, ServerOptions } from './server';
import { createServer } from './server';

/** A server that listens. */
export interface RunningServer extends ApiServer {
  readonly url: string;
}

/** Whose tokens the settings say to take; makes the local key at the first start. */
export function issuerFrom({ AUTH_MODE, DATA_DIR, OIDC_ISSUER = '', OIDC_AUDIENCE = '' }: Config): Issuer {
  if (AUTH_MODE === 'oidc') return oidcIssuer(OIDC_ISSUER, OIDC_AUDIENCE);
  return localIssuer(publicKeyOf(localKey(keyFileIn(DATA_DIR))));
}

/**
 * Serves the network until SIGTERM or SIGINT, then drains, closes and exits 0 (G32). An error that nobody caught may
 * have left money state half done in memory: it is logged and the process ends, for a supervisor to start it afresh.
 */
export async function runServer(
  network: Network,
  config: Config,
  options: Partial<ServerOptions> = {},
): Promise<RunningServer> {
  const log = options.log ?? makeLogger();
  const security = options.security ?? openSecurityLog(config.DATA_DIR);
  const server = await createServer(network, { issuer: issuerFrom(config), ...options, log, security });
  await server.app.listen(config.PORT, config.HOST);
  void warm(network);
  const end = (code: number): void => log.flush(() => process.exit(code));
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'stopping');
    await server.stop();
    await network.close();
    await security.close();
    end(0);
  };
  const crash = (error: unknown): void => {
    log.fatal({ err: error }, 'a fault that nobody caught');
    end(1);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal).catch(crash));
  process.on('unhandledRejection', crash);
  process.on('uncaughtException', crash);
  const { port } = server.app.getHttpServer().address() as AddressInfo;
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  return { ...server, url: `http://${host}:${port}` };
}

/**
 * Reads the log for what is asked next: who is who first, as every request asks that, and alone, as two long reads in turn
 * keep each other waiting; then the ledgers, which only commands wait for.
 */
async function warm({ directory, commands }: Network): Promise<void> {
  try {
    await directory.personOfHandle('');
  } catch {
    // What is wrong with the log, whoever asks is told.
  }
  await commands.warm();
}
