import { can } from '#contexts/access/policy/permissions';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problems';
import type { Directory, Who } from './directory';
import { whoIs } from './directory';
import type { TokenVerifier } from './token-verifier';
import { missing } from './token-verifier';

const BEARER = /^Bearer +([\w~+/.-]+=*)$/i;

/**
 * The one guard, before any body is read: every route needs a token unless it says `@Public()`, and a command route a
 * role that may issue the command. Order of checks: authenticate, authorise, key, decide.
 */
export class Gate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly directory: Directory,
  ) {}

  /** Who is asking; stops with 401, or with 403 for a person whom the directory does not know (any more). */
  async whoAsks(request: FastifyRequest): Promise<Who> {
    const header = request.headers.authorization;
    if (header === undefined) throw missing();
    const token = BEARER.exec(header)?.[1];
    if (token === undefined) throw missing();
    const { personId, issuer } = await this.verifier.verify(token);
    const subject = await this.directory.subject(personId);
    if (subject !== undefined) return whoIs(subject, issuer);
    throw new ProblemError(
      'SUBJECT_UNKNOWN',
      'The token is valid, but its person is not registered here, or was signed out for good.',
    );
  }
}

/** The role in which a person may issue a command; stops with 403 that names who could. */
export function roleFor(who: Who, command: string): string {
  const permission = can(who.subject, command);
  if (permission.allowed) return permission.role;
  const [needs, held] = [permission.needs.join(' or ') || 'none that exists', who.roles.join(', ') || 'no role'];
  throw new ProblemError('FORBIDDEN', `${command} needs the role ${needs}; you hold ${held}.`, {
    figures: { command, needs, held },
  });
}
