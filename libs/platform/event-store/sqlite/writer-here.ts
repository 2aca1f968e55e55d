import { AppendStatements } from '#platform/event-store/sqlite/append-statements';
import type { Database, OpenDatabase, Statement } from '#platform/event-store/sqlite/database';
import { failureOf } from '#platform/event-store/sqlite/failure';
import type { Append, LogWriter, Written } from '#platform/event-store/sqlite/log-writer';
import { WriteFailed } from '#platform/event-store/sqlite/log-writer';
import { createPrivately, logPath, prepareForWriting } from '#platform/event-store/sqlite/schema';

/** Writes on the thread that asks. For the writing thread itself, for tools, and for specs that plant faults. */
export class WriterHere implements LogWriter {
  private readonly statements: AppendStatements;
  private readonly emptying: Statement<unknown>;

  private constructor(private readonly database: Database) {
    this.statements = new AppendStatements(database);
    this.emptying = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  }

  /** Opens the log of a folder, making it where there is none. Throws when it would not be durable. */
  static open(directory: string, open: OpenDatabase): WriterHere {
    createPrivately(directory, logPath(directory));
    const database = open(logPath(directory));
    try {
      prepareForWriting(database);
      return new WriterHere(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async write(group: readonly Append[]): Promise<Written> {
    return told(() => this.statements.write(group));
  }

  async checkpoint(): Promise<void> {
    told(() => this.emptying.all());
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new WriteFailed(failureOf(error));
  }
}
