import type { Circumstances } from '#kernel/decider/decider';
import type { Authentication } from '#kernel/decider/event';
import type { Uuid } from '#kernel/ids/uuid';

/** What accompanies a command and is not its body: frozen, made where the request enters. */
export interface RequestContext extends Circumstances {
  readonly authentication: Authentication;
  readonly correlationId: string;
  /** SHA-256 of the canonical payload (the body and what the address carries), against which a reused key is held. */
  readonly bodyHash: string;
  /** The revision that `If-Match` names. */
  readonly ifMatch?: number;
  /** Decide and store nothing. */
  readonly dryRun: boolean;
  readonly commandId: Uuid;
}

/** The base of every command class. The context lies beside the payload: it is no property that a body could name. */
export abstract class Requested {
  #context: RequestContext | undefined;

  /** Attaches the context, once. */
  static in<C extends Requested>(command: C, context: RequestContext): C {
    command.#context = Object.freeze(context);
    return command;
  }

  static contextOf(command: Requested): RequestContext | undefined {
    return command.#context;
  }

  /** The command's own members, without those left out: what is decided on, stored and compared. */
  static payloadOf(command: Requested): object {
    return Object.fromEntries(Object.entries(command).filter(([, value]) => value !== undefined));
  }
}
