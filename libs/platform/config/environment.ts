import { isIP } from 'node:net';
import { Variable } from '#platform/config/variable';

const oneOf = (...words: string[]) => ({
  expected: words.length === 2 ? words.join(' or ') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`,
  passes: (text: string) => words.includes(text),
});
const url = (...protocols: string[]) => ({
  expected: `a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  passes: (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
});
const text = (expected: string) => ({
  expected,
  passes: (value: string) => value.trim() !== '' && !value.includes('\0'),
});

/** Every variable that the program reads (interface.md section 1). The same class feeds README, .env.example and doctor. */
export class Environment {
  @Variable({
    meaning: 'Port that HTTP is served on.',
    byDefault: '3000',
    expected: 'a port from 0 to 65535 (0 takes a free one)',
    passes: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    read: Number,
  })
  PORT!: number;

  @Variable({
    meaning: 'Address that HTTP is served on.',
    byDefault: '127.0.0.1',
    expected: 'an IP address or a host name',
    passes: (value) => isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value),
  })
  HOST!: string;

  @Variable({
    meaning: 'Folder of the log, the views, evidence files and keys. On a local disk.',
    byDefault: './data',
    ...text('the path of a folder'),
  })
  DATA_DIR!: string;

  @Variable({
    meaning: 'One process with SQLite, or any number of processes with their log in EventStoreDB.',
    byDefault: 'embedded',
    ...oneOf('embedded', 'cluster'),
  })
  PROFILE!: 'embedded' | 'cluster';

  @Variable({
    meaning:
      'What an empty store is filled with: the network with its history, without it, or nothing. `npm start` fills it with full.',
    byDefault: 'none',
    ...oneOf('full', 'network', 'none'),
  })
  DEMO!: 'full' | 'network' | 'none';

  @Variable({
    meaning: 'EventStoreDB or KurrentDB (PROFILE=cluster).',
    ...url('esdb:', 'esdb+discover:', 'kurrentdb:', 'kurrentdb+discover:'),
  })
  EVENTSTORE_URL?: string;

  @Variable({
    meaning: 'MongoDB, for the views of a cluster: not used yet, each process keeps its own in DATA_DIR.',
    ...url('mongodb:', 'mongodb+srv:'),
  })
  MONGO_URL?: string;

  @Variable({
    meaning: 'Redis, for the jobs of a cluster: not used yet, each process runs its own.',
    ...url('redis:', 'rediss:'),
  })
  REDIS_URL?: string;

  @Variable({
    meaning: 'Who vouches for people: a key in DATA_DIR (on this machine only), or an OpenID provider.',
    byDefault: 'local',
    ...oneOf('local', 'oidc'),
  })
  AUTH_MODE!: 'local' | 'oidc';

  @Variable({
    meaning: 'The provider’s issuer, exactly as its tokens name it (AUTH_MODE=oidc).',
    ...url('https:', 'http:'),
  })
  OIDC_ISSUER?: string;

  @Variable({ meaning: 'The audience that its tokens must be for (AUTH_MODE=oidc).', ...text('a name') })
  OIDC_AUDIENCE?: string;

  @Variable({
    meaning: 'The key that signs checkpoints; best on another machine than the log.',
    ...text('the path of a file'),
  })
  CHECKPOINT_KEY_FILE?: string;

  @Variable({ meaning: '`production` refuses what is meant for one’s own machine.', ...text('a word') })
  NODE_ENV?: string;
}
