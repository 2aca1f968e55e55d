import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { isIPv4 } from 'node:net';
import { Environment } from '#platform/config/environment';
import { variableRows } from '#platform/config/variable';

/** The settings of a process, checked. */
export type Config = Readonly<Environment>;

/** Settings that cannot be used; says everything that is wrong with them. */
export class ConfigInvalid extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['The settings cannot be used:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'ConfigInvalid';
  }
}

/** Reads the environment; stops with every fault at once, in plain words. Values are never repeated: a URL may hold a password. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const named = Object.fromEntries(variableRows().map(({ name }) => [name, environment[name]]));
  const config = plainToInstance(Environment, named);
  const unfit = validateSync(config).flatMap(({ constraints }) => Object.values(constraints ?? {}));
  // Rules between variables are judged only on values that are sound themselves.
  const faults = [
    ...unfit,
    ...together(config).filter((fault) => !unfit.some((said) => said.startsWith(fault.split(' ')[0] ?? ''))),
  ];
  if (faults.length > 0) throw new ConfigInvalid(faults);
  return Object.freeze(config);
}

function together(config: Config): string[] {
  const faults: string[] = [];
  const need = (name: keyof Environment, when: string): void => {
    if (config[name] === undefined) faults.push(`${name} must be set when ${when}.`);
  };
  if (config.PROFILE === 'cluster') need('EVENTSTORE_URL', 'PROFILE=cluster');
  if (config.AUTH_MODE === 'oidc') {
    for (const name of ['OIDC_ISSUER', 'OIDC_AUDIENCE'] as const) need(name, 'AUTH_MODE=oidc');
    faults.push(...unprotected(config.OIDC_ISSUER));
  }
  if (config.AUTH_MODE === 'local') faults.push(...localElsewhere(config));
  return faults;
}

/** Local sign-in trusts whoever can read the data folder: fit for one machine, and for nothing that others reach. */
function localElsewhere({ HOST, NODE_ENV }: Config): string[] {
  const faults: string[] = [];
  if (!isLoopback(HOST))
    faults.push('AUTH_MODE=local is for this machine only: leave HOST at 127.0.0.1, or set AUTH_MODE=oidc.');
  if (NODE_ENV === 'production') faults.push('AUTH_MODE=local is not for NODE_ENV=production: set AUTH_MODE=oidc.');
  return faults;
}

function unprotected(issuer: unknown): string[] {
  if (typeof issuer !== 'string') return [];
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || isLoopback(hostname)
    ? []
    : ['OIDC_ISSUER must begin with https:// unless it is on this machine.'];
}

export const isLoopback = (host: unknown): boolean =>
  host === 'localhost' ||
  host === '::1' ||
  host === '[::1]' ||
  (typeof host === 'string' && isIPv4(host) && host.startsWith('127.'));
