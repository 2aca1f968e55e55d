import type { Requested } from '#kernel/requested/requested';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';
import type { Provider } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';

type CommandClass = new () => Requested;

/**
 * Nest's command bus finds a handler by the command's class; all of ours do the same thing, so they come from here. The
 * name a decider knows the command by is a literal, for class names do not survive refactoring and old bytes must.
 */
export function commandHandlers(commands: Readonly<Record<string, CommandClass>>): Provider[] {
  return Object.entries(commands).map(([name, command]) => {
    class Handler {
      constructor(private readonly runtime: CommandRuntime) {}

      execute(asked: Requested): Promise<Outcome> {
        return this.runtime.handle(name, asked);
      }
    }
    CommandHandler(command as never)(Handler);
    return {
      provide: Handler,
      useFactory: (runtime: CommandRuntime) => new Handler(runtime),
      inject: [CommandRuntime],
    };
  });
}
