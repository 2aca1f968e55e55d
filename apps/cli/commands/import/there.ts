import { canonical } from '#kernel/codec/canonical';
import { sha256 } from '#kernel/codec/digest';
import type { PersonId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import type { Plan } from '#platform/imports/plan';
import { keyFileIn, mintToken } from '#platform/sign-in/local-keys';
import { CouldNotRun } from '../../shell/exit';
import { settingsIn } from '../../shell/settings';
import type { Task } from '../../shell/task';
import type { ImportAsked } from './asked';
import type { Imported } from './imported';

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Has the server apply a plan that was made here, for it has the data folder: the file goes to `/v1/imports`, and is applied
 * there if the plan is the same. The keys are made of file and plan, so a run that was cut off is taken up where it was.
 */
export async function importThere(task: Task, asked: ImportAsked, plan: Plan, personId: PersonId): Promise<Imported> {
  const { AUTH_MODE, HOST, PORT } = settingsIn(task.io);
  if (AUTH_MODE !== 'local') throw new CouldNotRun('A server has the data folder: upload the file to its /v1/imports.');
  const server = new Server(`http://${HOST}:${PORT}`, await mintToken(keyFileIn(task.dataDir), personId, 600));
  task.out.note(`A server has ${task.dataDir}: the file goes to ${server.url}.`);
  const about = [sha256(asked.file), plan.planHash, personId];
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(asked.file)]), 'import.csv');
  const received = await server.post(`/v1/imports?${queryOf(asked)}`, uuidOf(canonical(['upload', ...about])), form);
  if (received.status !== 201) return { kind: 'stopped', plan, why: detailOf(received) };
  const path = `/v1/imports/${String(received.body['id'])}/apply`;
  const key = uuidOf(canonical(['apply', ...about]));
  const applied = await server.post(path, key, JSON.stringify({ planHash: plan.planHash }));
  return applied.status === 200 ? { kind: 'planned', plan } : { kind: 'stopped', plan, why: detailOf(applied) };
}

class Server {
  constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  async post(path: string, key: string, body: FormData | string): Promise<Answer> {
    const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const headers = { authorization: `Bearer ${this.token}`, 'idempotency-key': key, ...type };
    try {
      const reply = await fetch(this.url + path, { method: 'POST', headers, body });
      return { status: reply.status, body: (await reply.json()) as Answer['body'] };
    } catch (error) {
      const { message } = (error as { readonly cause?: Error }).cause ?? (error as Error);
      throw new CouldNotRun(
        `Another process has the data folder, and no server answers at ${this.url}: ${message}. If it listens elsewhere, say so by HOST and PORT.`,
      );
    }
  }
}

function queryOf({ kind, mode, fill, expectRows, expectCents }: ImportAsked): string {
  const fillings = fill.map(({ column, value }) => `${column}=${value}`).join(',');
  const asked = { kind, mode, fill: fillings === '' ? undefined : fillings, expectRows, expectCents };
  const said = Object.entries(asked).filter(([, value]) => value !== undefined);
  return new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

const detailOf = ({ status, body }: Answer): string =>
  `The server said no: ${String(body['detail'])} (${String(body['code'])}, ${status})`;
