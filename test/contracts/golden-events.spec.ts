import { contexts } from '#contexts/contexts';
import { canonical } from '#kernel/codec/canonical';
import type { AnyEventType } from '#kernel/decider/event';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import { canonicalEvent } from '#platform/event-store/port/stored-event';
import { registry } from '#platform/profiles/registry';
import { decodeEvent, encodeEvent } from '#platform/runtime/codec/event-codec';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * G27: the bytes of every event ever released, one file a type and version in `events/golden/`. They outlive refactors
 * and folder moves, so a file is never changed: a new version gets a file of its own beside it.
 */
const root = join(__dirname, '../../libs/contexts');
const goldenFolder = (context: string) => join(root, context, 'events/golden');
const fileOf = (type: string, version: number) => `${type}.v${version}.json`;
const versions = ({ version }: AnyEventType) => Array.from({ length: version }, (_, i) => i + 1);

const catalogued = contexts.flatMap(({ name, deciders }) =>
  deciders.flatMap(({ events }) =>
    events.flatMap((type) => versions(type).map((version) => ({ name, type, version }))),
  ),
);

/** A golden text as a store would hand it out. */
function stored(text: string): StoredEvent {
  const event = JSON.parse(text) as Record<string, unknown>;
  return {
    ...event,
    sequence: 0,
    data: canonical(event['data']),
    metadata: canonical(event['metadata']),
  } as StoredEvent;
}

describe.each(catalogued)('$type.type version $version', ({ name, type, version }) => {
  const path = join(goldenFolder(name), fileOf(type.type, version));

  it('has its golden bytes', () => {
    if (existsSync(path)) return;
    throw new Error(`${path} is missing: one line with the canonical bytes of an example, as a log holds it`);
  });

  it('is read by this release', () => {
    const golden = readFileSync(path, 'utf8');
    const event = stored(golden);
    expect(event).toMatchObject({ type: type.type, version });
    expect(canonicalEvent(event)).toBe(golden);
    expect(decodeEvent(event, registry.catalogue).version).toBe(type.version);
  });

  if (version === type.version) {
    it('is written again as the same bytes', () => {
      const golden = readFileSync(path, 'utf8');
      const decoded = decodeEvent(stored(golden), registry.catalogue);
      const { id, metadata, recordedAt, revision, stream } = decoded;
      expect(canonicalEvent({ ...encodeEvent(id, decoded, metadata, recordedAt), sequence: 0, revision, stream })).toBe(
        golden,
      );
    });
  }
});

it('keeps no golden of a type that nobody knows', () => {
  const known = catalogued.map(({ name, type, version }) => join(name, fileOf(type.type, version)));
  const kept = contexts.flatMap(({ name }) =>
    existsSync(goldenFolder(name)) ? readdirSync(goldenFolder(name)).map((file) => join(name, file)) : [],
  );
  expect(kept.filter((file) => !known.includes(file))).toEqual([]);
});

describe('an event of another release', () => {
  const golden = () => {
    const { name, type, version } = catalogued[0]!;
    return stored(readFileSync(join(goldenFolder(name), fileOf(type.type, version)), 'utf8'));
  };

  it('stops the reader when its version is newer than what is known', () => {
    expect(() => decodeEvent({ ...golden(), version: 99 }, registry.catalogue)).toThrow('version');
  });

  it('stops the reader when its type is unknown', () => {
    expect(() => decodeEvent({ ...golden(), type: 'Unheard' }, registry.catalogue)).toThrow('does not know');
  });
});
