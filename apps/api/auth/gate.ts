import { can, canOnBehalf } from '#contexts/access/policy/who-may';
import { isEntityId } from '#kernel/ids/entity-id';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problems';
import type { Directory, Subject, Who } from './directory';
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
    request.vouched = personId;
    const subject = await this.directory.subject(personId);
    if (subject !== undefined) return whoIs(subject, issuer);
    throw new ProblemError(
      'SUBJECT_UNKNOWN',
      'The token is valid, but its person is not registered here, or was signed out for good.',
    );
  }

  /**
   * For whom a command is issued, by the header `On-Behalf-Of`, and in which of their roles; stops with 403 that names
   * who could.
   */
  async actsFor(who: Who, command: string, { headers }: FastifyRequest): Promise<Acting> {
    const named = headers['on-behalf-of'];
    if (named === undefined || named === who.personId) return { principal: who.subject, role: roleFor(who, command) };
    if (!isEntityId('per', named)) {
      throw new ProblemError('ON_BEHALF_FORMAT', `“${String(named).slice(0, 60)}” is no person’s id.`);
    }
    const principal = await this.directory.subject(named);
    const permission = canOnBehalf(who.subject, principal, command);
    if (principal !== undefined && permission.allowed) return { principal, role: permission.role };
    const needs = permission.allowed ? '' : permission.needs.join(' or ') || 'none that exists';
    const detail = `To enter ${command} on behalf of ${named} takes the role ${needs}, and a person who may issue it.`;
    throw new ProblemError('FORBIDDEN', detail, { figures: { command, needs, onBehalfOf: named } });
  }
}

/** For whom somebody acts, and in which role: themselves, unless the request names another person. */
export interface Acting {
  readonly principal: Subject;
  readonly role: string;
}

/** The role in which a person may issue a command; stops with 403 that names who could. */
function roleFor(who: Who, command: string): string {
  const permission = can(who.subject, command);
  if (permission.allowed) return permission.role;
  const [needs, held] = [permission.needs.join(' or ') || 'none that exists', who.roles.join(', ') || 'no role'];
  throw new ProblemError('FORBIDDEN', `${command} needs the role ${needs}; you hold ${held}.`, {
    figures: { command, needs, held },
  });
}
