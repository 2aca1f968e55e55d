import { ConfigInvalid, readConfig } from '#platform/config/read-config';
import { variableRows } from '#platform/config/variable';

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.faults;
    throw error;
  }
  return [];
};

describe('settings', () => {
  it('has a default for everything that one machine needs', () => {
    expect({ ...readConfig({}) }).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      PROFILE: 'embedded',
      DEMO: 'none',
      AUTH_MODE: 'local',
    });
    expect(readConfig({ PORT: '0', HOST: '', DEMO: 'full' })).toMatchObject({
      PORT: 0,
      HOST: '127.0.0.1',
      DEMO: 'full',
    });
  });

  it('tells every fault at once, in plain words and without the values', () => {
    const faults = faultsOf({
      PORT: '70000',
      PROFILE: 'big',
      DEMO: 'yes',
      MONGO_URL: 'http://user:secret@x',
      AUTH_MODE: 'none',
    });
    expect(faults).toEqual([
      'PORT must be a port from 0 to 65535 (0 takes a free one).',
      'PROFILE must be embedded or cluster.',
      'DEMO must be full, network or none.',
      'MONGO_URL must be a URL that begins with mongodb:// or mongodb+srv://.',
      'AUTH_MODE must be local or oidc.',
    ]);
    expect(faults.join()).not.toContain('secret');
  });

  it('needs the log of a cluster, and the provider of its people', () => {
    expect(faultsOf({ PROFILE: 'cluster', AUTH_MODE: 'oidc', REDIS_URL: 'redis://r' })).toEqual([
      'EVENTSTORE_URL must be set when PROFILE=cluster.',
      'OIDC_ISSUER must be set when AUTH_MODE=oidc.',
      'OIDC_AUDIENCE must be set when AUTH_MODE=oidc.',
    ]);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, 'AUTH_MODE=local is for this machine only'],
    [{ HOST: '::' }, 'AUTH_MODE=local is for this machine only'],
    [{ HOST: '127.evil.example' }, 'AUTH_MODE=local is for this machine only'],
    [{ NODE_ENV: 'production' }, 'AUTH_MODE=local is not for NODE_ENV=production'],
    [
      { AUTH_MODE: 'oidc', OIDC_AUDIENCE: 'rpn', OIDC_ISSUER: 'http://id.example' },
      'OIDC_ISSUER must begin with https://',
    ],
  ])('refuses %j', (environment, fault) => {
    expect(faultsOf(environment)).toEqual([expect.stringContaining(fault)]);
  });

  it('takes an open host with a provider', () => {
    const open = {
      HOST: '0.0.0.0',
      NODE_ENV: 'production',
      AUTH_MODE: 'oidc',
      OIDC_AUDIENCE: 'rpn',
      OIDC_ISSUER: 'https://id.example',
    };
    expect(faultsOf(open)).toEqual([]);
  });

  it('documents every variable', () => {
    expect(variableRows().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['PORT', 'DATA_DIR', 'CHECKPOINT_KEY_FILE']),
    );
    for (const { meaning, expected } of variableRows()) expect([meaning, expected]).not.toContain('');
  });
});
