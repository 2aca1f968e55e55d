import { SignJWT } from 'jose';
import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Local sign-in: an Ed25519 key in the data folder, and the tokens made with it. No Nest here, because the CLI mints
 * tokens without starting anything.
 */
export const LOCAL_ISSUER = 'urn:rpn:local';
export const LOCAL_AUDIENCE = 'rpn';
/** No local token lives longer, whatever is asked for. */
export const LOCAL_MAX_HOURS = 8;

export const keyFileIn = (dataDir: string): string => path.join(dataDir, 'keys', 'local-sign-in.pem');

/** The private key in `file`, made at the first start: PKCS #8, readable by its owner alone. */
export function localKey(file: string): KeyObject {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const pem = readIfThere(file) ?? makeKey(file);
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0) throw new Error(`${file} can be read by others than its owner; run chmod 600 on it.`);
  return createPrivateKey(pem);
}

export const publicKeyOf = (key: KeyObject): KeyObject => createPublicKey(key);

/** A token for a person, at most 8 hours long; only who can read the key file can make one. */
export async function mintToken(
  keyFile: string,
  personId: string,
  ttlSeconds = LOCAL_MAX_HOURS * 3_600,
): Promise<string> {
  const seconds = Math.min(ttlSeconds, LOCAL_MAX_HOURS * 3_600);
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(LOCAL_AUDIENCE)
    .setSubject(personId)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(localKey(keyFile));
}

/** Written beside and linked into place, so that of two starts at once one key wins and nobody reads half of it. */
function makeKey(file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
