import type { PersonId } from '#kernel/ids/entity-id';
import { isEntityId } from '#kernel/ids/entity-id';
import type { JWTPayload } from 'jose';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { ProblemError } from '../http/problems';
import type { Issuer } from './issuers';

/** What a token proves: which person, in the words of which issuer. */
export interface Verified {
  readonly personId: PersonId;
  readonly issuer: string;
}

/** Headers by which a token would bring its own key, or have us fetch one. */
const SELF_KEYED = ['jwk', 'jku', 'x5c', 'x5u'] as const;
const TOLERANCE_SECONDS = 30;
const REMEMBERED = 10_000;
const LONGEST_TOKEN = 8_192;

/**
 * Verifies bearer tokens of one issuer. A verified token is remembered until it ends, since checking an Ed25519
 * signature costs more than the rest of a request; what its person may do is looked up anew on every request.
 */
export class TokenVerifier {
  private readonly known = new LRUCache<string, Verified & { readonly endsAt: number }>({ max: REMEMBERED });

  constructor(private readonly from: Issuer) {}

  /** Stops with 401 on any token that is not perfectly fine, and with 503 when the issuer's keys cannot be had. */
  async verify(token: string): Promise<Verified> {
    if (token.length > LONGEST_TOKEN) throw invalid('The token is too long.');
    // The digest, so that no token lies about in memory.
    const digest = createHash('sha256').update(token).digest('base64');
    const found = this.known.get(digest);
    if (found !== undefined && Date.now() < found.endsAt) return found;
    const { issuer, maxTokenAgeSeconds } = this.from;
    const { sub, exp = 0, iat = 0 } = await this.check(token);
    if (!isEntityId('per', sub)) throw invalid('The token’s subject is not a person’s id.');
    const endsAt = Math.min(exp, iat + maxTokenAgeSeconds) * 1_000;
    this.known.set(digest, { personId: sub, issuer, endsAt });
    return { personId: sub, issuer };
  }

  private async check(token: string): Promise<JWTPayload> {
    try {
      const header = decodeProtectedHeader(token);
      if (SELF_KEYED.some((name) => name in header)) throw invalid('The token brings its own key.');
      const { payload } = await jwtVerify(token, this.from.key, {
        issuer: this.from.issuer,
        audience: this.from.audience,
        algorithms: ['ES256', 'RS256', 'EdDSA'],
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp', 'iat'],
        maxTokenAge: this.from.maxTokenAgeSeconds,
        clockTolerance: TOLERANCE_SECONDS,
      });
      return payload;
    } catch (error) {
      throw refusal(error);
    }
  }
}

const ENDED = 'The token has expired.';

/** Whatever is wrong with the token is 401; whatever is wrong with fetching keys is 503, never open. */
function refusal(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof errors.JWTExpired) return invalid(ENDED);
  if (error instanceof errors.JWTClaimValidationFailed) return invalid(`The token’s ${error.claim} is not accepted.`);
  const fetching = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
  const ofToken = error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC' && !fetching;
  // decodeProtectedHeader says a broken token by a TypeError, and so does fetch a broken line: the text tells them apart.
  if (ofToken || (error instanceof TypeError && error.message.includes('Token')))
    return invalid('The token is not valid.');
  const unavailable = new ProblemError(
    'SIGN_IN_UNAVAILABLE',
    'The issuer’s keys could not be fetched.',
    {},
    { 'Retry-After': '5' },
  );
  unavailable.cause = error;
  return unavailable;
}

/** 401 as RFC 6750 wants it told. */
export function invalid(detail: string): ProblemError {
  const challenge = `Bearer realm="rpn", error="invalid_token", error_description="${detail.replace(/[^\x20-\x7E]/g, "'")}"`;
  return new ProblemError('TOKEN_INVALID', detail, {}, { 'WWW-Authenticate': challenge });
}

/** 401 for a request without a token: the challenge alone. */
export function missing(): ProblemError {
  return new ProblemError(
    'TOKEN_MISSING',
    'A bearer token is needed.',
    {},
    { 'WWW-Authenticate': 'Bearer realm="rpn"' },
  );
}
