import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet } from 'jose';
import type { KeyObject } from 'node:crypto';
import { LOCAL_AUDIENCE, LOCAL_ISSUER, LOCAL_MAX_HOURS } from '#platform/sign-in/local-keys';

/** Whose tokens are taken, and how their keys are found. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  readonly maxTokenAgeSeconds: number;
  readonly key: JWTVerifyGetKey;
}

const OIDC_MAX_HOURS = 24;
const FETCH_MS = 5_000;

/** The key in the data folder: the same verifier, another issuer, so that events show who vouched. */
export function localIssuer(publicKey: KeyObject): Issuer {
  return {
    issuer: LOCAL_ISSUER,
    audience: LOCAL_AUDIENCE,
    maxTokenAgeSeconds: LOCAL_MAX_HOURS * 3_600,
    key: () => publicKey,
  };
}

/** An OpenID provider. Its key set's address comes from its own discovery document, never from a token. */
export function oidcIssuer(issuer: string, audience: string): Issuer {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return {
    issuer,
    audience,
    maxTokenAgeSeconds: OIDC_MAX_HOURS * 3_600,
    key: async (header, token) => {
      keys ??= discover(issuer).catch((error: unknown) => {
        keys = undefined; // The next request tries again.
        throw error;
      });
      return (await keys)(header, token);
    },
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' });
  const found = (await response.json()) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  if (found.issuer !== issuer) throw new Error(`${address} is of another issuer than ${issuer}`);
  const keys = new URL(String(found.jwks_uri));
  if (keys.protocol !== new URL(issuer).protocol) throw new Error(`${keys.href} is less protected than ${issuer}`);
  return createRemoteJWKSet(keys, { timeoutDuration: FETCH_MS });
}
