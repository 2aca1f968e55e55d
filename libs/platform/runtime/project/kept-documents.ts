type Load = (keys: readonly string[]) => Promise<Map<string, object>>;

/** So many of the documents that were last written stay at hand: the next events often touch the same. */
const KEPT = 256;

/**
 * Documents of one view in memory: as the store has them, but for those that the batch in hand has changed. They are true
 * as long as nobody else writes the view, which shows where a batch is refused: then all are forgotten.
 */
export class KeptDocuments {
  /** By key, those last written last. */
  readonly known = new Map<string, object>();

  constructor(
    private readonly load: Load,
    private readonly room = KEPT,
  ) {}

  /** Loads what is not here. Not what the batch in hand has `touched`: what of that is not here was deleted by it. */
  async fetch(keys: readonly string[], touched: ReadonlySet<string>): Promise<void> {
    const missing = new Set(keys.filter((key) => !this.known.has(key) && !touched.has(key)));
    if (missing.size === 0) return;
    for (const [key, document] of await this.load([...missing])) this.known.set(key, document);
  }

  /** After a batch is written: keeps the last of its documents, and of those before it as many as there is room for. */
  written(changes: ReadonlyMap<string, object | null>): void {
    for (const [key, document] of changes) {
      this.known.delete(key);
      if (document !== null) this.known.set(key, document);
    }
    for (const key of this.known.keys()) {
      if (this.known.size <= this.room) return;
      this.known.delete(key);
    }
  }

  forget(): void {
    this.known.clear();
  }
}
