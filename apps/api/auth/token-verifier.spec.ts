import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { chmodSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { temporaryFolder } from '../../../test/support/temporary-folder';
import { localIssuer, oidcIssuer } from './issuers';
import { keyFileIn, LOCAL_ISSUER, localKey, mintToken, publicKeyOf } from '#platform/sign-in/local-keys';
import { TokenVerifier } from './token-verifier';

const ana = entityId('per', uuidOf('ana'));

describe('local sign-in', () => {
  const folder = temporaryFolder();
  const file = keyFileIn(path.join(folder.path, 'data'));
  afterAll(() => folder.remove());

  it('makes one key, for its owner’s eyes, and keeps it', () => {
    const first = publicKeyOf(localKey(file)).export({ type: 'spki', format: 'pem' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    expect(publicKeyOf(localKey(file)).export({ type: 'spki', format: 'pem' })).toBe(first);
  });

  it('refuses a key that others can read', () => {
    chmodSync(file, 0o644);
    expect(() => localKey(file)).toThrow('chmod 600');
    chmodSync(file, 0o600);
  });

  it('mints tokens that its verifier takes, for 8 hours at most', async () => {
    const verifier = new TokenVerifier(localIssuer(publicKeyOf(localKey(file))));
    const token = await mintToken(file, ana, 1_000_000);
    const { exp, iat } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      number
    >;
    expect(exp! - iat!).toBe(8 * 3_600);
    for (let i = 0; i < 2; i += 1)
      expect(await verifier.verify(token)).toMatchObject({ personId: ana, issuer: LOCAL_ISSUER });
  });

  it('forgets a token when it ends', async () => {
    const verifier = new TokenVerifier(localIssuer(publicKeyOf(localKey(file))));
    const token = await mintToken(file, ana, 60);
    await verifier.verify(token);
    jest.useFakeTimers({ now: Date.now() + 120_000 });
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    jest.useRealTimers();
  });
});

describe('an OpenID provider', () => {
  let provider: Server;
  let issuer: string;
  let down = false;
  const asked: string[] = [];
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    keys = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
    provider = createServer((request, reply) => {
      asked.push(request.url ?? '');
      if (down) return void reply.writeHead(500).end();
      const discovery = { issuer, jwks_uri: `${issuer}/keys` };
      reply
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : discovery));
    });
    provider.listen(0, '127.0.0.1');
    await once(provider, 'listening');
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  });
  afterAll(() => provider.close());
  beforeEach(() => {
    asked.length = 0;
    down = false;
  });

  const token = (header: object = {}, claims: object = {}): Promise<string> =>
    new SignJWT({ iss: issuer, aud: 'rpn', sub: ana, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt', ...header })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(keys.privateKey);

  it('vouches by keys that are found by its discovery document and kept', async () => {
    const verifier = new TokenVerifier(oidcIssuer(issuer, 'rpn'));
    expect(await verifier.verify(await token())).toMatchObject({ personId: ana, issuer });
    await verifier.verify(await token({}, { n: 2 }));
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it.each([
    { jku: 'http://127.0.0.1:1/evil' },
    { x5u: 'http://127.0.0.1:1/evil' },
    { jwk: { kty: 'EC' } },
    { x5c: ['AAAA'] },
    { kid: 'k2' },
  ])('does not take a token of header %j', async (header) => {
    const verifier = new TokenVerifier(oidcIssuer(issuer, 'rpn'));
    await expect(verifier.verify(await token(header))).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    expect(asked.filter((url) => !['/.well-known/openid-configuration', '/keys'].includes(url))).toEqual([]);
    if (!('kid' in header)) expect(asked).toEqual([]);
  });

  it('lets nobody in while its keys cannot be had, and recovers', async () => {
    const verifier = new TokenVerifier(oidcIssuer(issuer, 'rpn'));
    down = true;
    await expect(verifier.verify(await token())).rejects.toMatchObject({ code: 'SIGN_IN_UNAVAILABLE' });
    const gone = new TokenVerifier(oidcIssuer('http://127.0.0.1:1', 'rpn'));
    await expect(gone.verify(await token({}, { iss: 'http://127.0.0.1:1' }))).rejects.toMatchObject({
      code: 'SIGN_IN_UNAVAILABLE',
    });
    down = false;
    expect(await verifier.verify(await token())).toMatchObject({ personId: ana });
  });

  it('does not take a symmetric key, or none', async () => {
    const verifier = new TokenVerifier(oidcIssuer(issuer, 'rpn'));
    const secret = await new SignJWT({ iss: issuer, aud: 'rpn', sub: ana })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(Buffer.from('k'.repeat(32)));
    await expect(verifier.verify(secret)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    const none = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${secret.split('.')[1]}.`;
    await expect(verifier.verify(none)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  });
});
