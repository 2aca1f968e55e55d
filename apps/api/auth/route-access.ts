import type { Requested } from '#kernel/requested/requested';
import type { CustomDecorator } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { CommandPipe } from '../http/command-pipe';

/** How a command is asked for at an address. */
export interface CommandRoute {
  /** The name by which deciders and permissions know it. */
  readonly name: string;
  readonly pipe: CommandPipe<Requested>;
  /** The address with `:id`, from which the command's id is derived. */
  readonly path: string;
  /** Query parameters that it takes beside `dryRun`; its handler reads them. */
  readonly parameters?: readonly string[];
  /** What a dry run decides in its place; it has a permission of its own. */
  readonly triedAs?: CommandRoute;
  /** What is stored is the request that another person confirms. */
  readonly twoPeople?: true;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to everybody; a route that does not say so needs a token. */
    readonly isPublic?: boolean;
    /** The command that a POST here issues: its permission is checked before the body is read. */
    readonly command?: CommandRoute;
    /** Takes a file instead of JSON. */
    readonly takesFile?: boolean;
  }
}

/** Lets everybody in: for health, the API's description and the problem pages only. */
export const Public = (): CustomDecorator => RouteConfig({ isPublic: true });
