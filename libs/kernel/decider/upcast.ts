import { assert } from '#kernel/assert/assert';
import type { AnyEventType } from '#kernel/decider/event';

/** Every event type that this release can read, by name. An unknown type or a newer version stops the reader (G27). */
export class EventCatalogue {
  private readonly types = new Map<string, AnyEventType>();

  constructor(types: readonly AnyEventType[]) {
    for (const type of types) {
      const known = this.types.get(type.type);
      assert(known === undefined || known === type, 'two event types share a name', { type: type.type });
      this.types.set(type.type, type);
    }
  }

  all(): readonly AnyEventType[] {
    return [...this.types.values()];
  }

  /** Whether an event of this type is a recorded refusal. */
  isRefusal(type: string): boolean {
    return this.types.get(type)?.refusal ?? false;
  }

  /** Reads stored data as the newest version of its type. */
  upcast(type: string, version: number, data: object): { readonly version: number; readonly data: object } {
    const known = this.types.get(type);
    assert(known !== undefined, 'an event type that this release does not know', { type, version });
    assert(
      Number.isInteger(version) && version >= 1 && version <= known.version,
      'an event version that this release does not know',
      { type, version, newest: known.version },
    );
    let current = data;
    for (const upcaster of known.upcasters.slice(version - 1)) current = upcaster(current as never);
    return { version: known.version, data: current };
  }
}
