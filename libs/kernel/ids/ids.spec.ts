import { entityId, isEntityId } from '#kernel/ids/entity-id';
import type { Uuid } from '#kernel/ids/uuid';
import { commandIdOf, eventIdOf, parseUuid, uuidOf, uuidV5 } from '#kernel/ids/uuid';
import fc from 'fast-check';
import { createHash } from 'node:crypto';

/** RFC 4648 base32, the slow way: bits to characters. */
function rfc4648(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** RFC 9562 section 5.5, as it is written there. */
function v5(name: string, namespace: string): string {
  const hash = createHash('sha1').update(bytesOf(namespace)).update(name).digest('hex').slice(0, 32);
  const variant = ((parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  const hex = `${hash.slice(0, 12)}5${hash.slice(13, 16)}${variant}${hash.slice(18)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

describe('entity ids', () => {
  it('are checked against an encoder that knows the vectors of RFC 4648 section 10', () => {
    const vectors = { f: 'my', fo: 'mzxq', foo: 'mzxw6', foob: 'mzxw6yq', fooba: 'mzxw6ytb', foobar: 'mzxw6ytboi' };
    for (const [text, encoded] of Object.entries(vectors)) expect(rfc4648(Buffer.from(text))).toBe(encoded);
  });

  it('are 26 characters of a UUID that follows from the command and the kind of thing', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom('clm' as const, 'pay' as const, 'ptr' as const), (command, prefix) => {
        const id = entityId(prefix, command as Uuid);
        expect(id).toBe(`${prefix}_${rfc4648(bytesOf(v5(prefix, command)))}`);
        expect(isEntityId(prefix, id)).toBe(true);
      }),
    );
  });

  // Computed by Python's uuid and base64 modules.
  it('never change: old logs hold them', () => {
    expect(entityId('clm', uuidOf('golden'))).toBe('clm_7qzpdeqkjvj2zcpydi7f4r2uye');
    expect(uuidOf('golden')).toBe('e6ccea7b-2068-5814-90df-727a9b890359');
  });

  it('of one command are different for each kind', () => {
    const command = uuidOf('x');
    expect(entityId('clm', command).slice(4)).not.toBe(entityId('dec', command).slice(4));
  });

  it.each([
    'clm_',
    `clm_${'a'.repeat(25)}`,
    `clm_${'a'.repeat(27)}`,
    `CLM_${'a'.repeat(26)}`,
    `clm_${'A'.repeat(26)}`,
    `clm_${'1'.repeat(26)}`,
    `dec_${'a'.repeat(26)}`,
    `clm_${'a'.repeat(26)}\n`,
    ` clm_${'a'.repeat(26)}`,
    42,
    null,
    { length: 30 },
  ])('%j is none of a claim', (text) => {
    expect(isEntityId('clm', text)).toBe(false);
  });
});

describe('uuids', () => {
  it('of version 5 are those of RFC 9562 (appendix A.4)', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8' as Uuid;
    expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (namespace, name) => {
        expect(uuidV5(namespace as Uuid, name)).toBe(v5(name, namespace));
      }),
    );
  });

  const uuid = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  it.each([
    [uuid, uuid],
    [`"${uuid}"`, uuid],
    [uuid.toUpperCase(), uuid],
    [`"${uuid}`, undefined],
    [`""${uuid}""`, undefined],
    [`{${uuid}}`, undefined],
    [uuid.replaceAll('-', ''), undefined],
    ['', undefined],
  ])('%s is read as %s', (text, read) => {
    expect(parseUuid(text)).toBe(read);
  });

  it('of commands follow from issuer, subject, method, path and key, each of them', () => {
    const origin = { issuer: 'i', subject: 's', method: 'POST', path: '/v1/claims', key: 'k' };
    expect(commandIdOf({ ...origin })).toBe(uuidOf('["i","s","POST","/v1/claims","k"]'));
    const others = Object.keys(origin).map((member) => commandIdOf({ ...origin, [member]: 'other' }));
    expect(new Set([commandIdOf(origin), ...others]).size).toBe(6);
  });

  it('of events follow from the command and the place among its events', () => {
    const command = uuidOf('command');
    expect(eventIdOf(command, 0)).toBe(v5('0', command));
    expect(eventIdOf(command, 0)).not.toBe(eventIdOf(command, 1));
  });
});
