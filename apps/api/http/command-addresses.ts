import type { FastifyInstance } from 'fastify';
import type { CommandRoute } from '../auth/route-access';

interface Address {
  readonly pattern: RegExp;
  readonly route: CommandRoute;
}

/** Which command is issued at which address: found again by the path that a client remembers. */
export class CommandAddresses {
  private readonly addresses: Address[] = [];

  /** Takes note of every command's route that is registered from now on. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ config }) => {
      const route = config?.command;
      if (route === undefined) return;
      const pattern = new RegExp(`^${route.path.replace(':id', '([a-z0-9_]{1,100})')}$`);
      this.addresses.push({ pattern, route });
    });
  }

  /** The command at a path, and the id in it. */
  at(path: string): { readonly route: CommandRoute; readonly id: string | undefined } | undefined {
    for (const { pattern, route } of this.addresses) {
      const match = pattern.exec(path);
      if (match !== null) return { route, id: match[1] };
    }
    return undefined;
  }
}
