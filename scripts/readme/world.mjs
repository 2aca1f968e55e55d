/** A demo network in a temporary folder, with its server on a clock that stands, and the command line beside it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../prepare.mjs';

const require = createRequire(import.meta.url);
const built = (file) => require(path.join(root, 'dist', file));

const TODAY = '2026-08-04';
const NOON = '2026-08-04T19:00:00.000Z';
/** What the shell of a reader makes of `$DAY`. */
export const DAY = '2026-08-03';
const PATIENCE_MS = 10_000;

/** Nothing here has to outlive a power cut, and the thousands of fsyncs of a seeding take a disk half a minute. */
const place = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

export async function openWorld() {
  const directory = mkdtempSync(path.join(place(), 'rpn-readme-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    await built('apps/cli/demo/seed.js').seed({ directory }, { demo: 'full', now: TODAY });
    return new World(directory, remove);
  } catch (error) {
    remove();
    throw error;
  }
}

class World {
  tokens = new Map();
  files = new Map();
  server;

  constructor(directory, remove) {
    Object.assign(this, { directory, remove });
  }

  /** What a step prints: an answer {status, headers, body}, or a text. */
  async run(step) {
    if (step.start) return this.start();
    if (step.sql) return this.edit(step);
    // A view is rebuilt while no server writes it.
    if (step.stopped) await this.stop();
    else this.server ??= await this.serve();
    if (step.rpn) return this.rpn(step.rpn, step);
    return step.write ? this.write(step) : this.request(step);
  }

  async close() {
    await this.stop();
    this.remove();
  }

  /**
   * What `npm start` prints, from the program itself; the folder is full already, so no day enters. On a copy: that server
   * goes by today's clock, by which what the demo left open is overdue.
   */
  async start() {
    const main = path.join(root, 'dist/apps/cli/main.js');
    const copy = `${this.directory}-started`;
    cpSync(this.directory, copy, { recursive: true });
    const env = { PATH: process.env.PATH, DATA_DIR: copy, PORT: '0' };
    const child = spawn(process.execPath, [main, 'start'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const greeting = await new Promise((resolve, reject) => {
      child.stdout.once('data', (text) => resolve(String(text)));
      child.once('exit', (code) => reject(new Error(`rpn start ended with ${code}`)));
    });
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    rmSync(copy, { recursive: true, force: true });
    return this.neutral(greeting.replaceAll(copy, this.directory));
  }

  async serve() {
    const { openEmbedded } = built('libs/platform/profiles/embedded/open-embedded.js');
    const { networkOf } = built('apps/api/main.js');
    const { ReadsModule } = built('apps/api/reads/reads.module.js');
    const { cursorKeyIn } = built('apps/api/reads/query/cursor-key.js');
    const { createServer } = built('apps/api/server.js');
    const { issuerFrom } = built('apps/api/run-server.js');
    const { makeLogger } = built('apps/api/ops/logging.js');
    const network = await openEmbedded({ directory: this.directory, clock: { now: () => NOON } });
    const modules = [ReadsModule.over(network, { cursorKey: cursorKeyIn(this.directory) })];
    const issuer = issuerFrom({ AUTH_MODE: 'local', DATA_DIR: this.directory });
    const { app, stop } = await createServer(networkOf(network), { issuer, modules, log: makeLogger('silent') });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address();
    return { network, stop, url: `http://127.0.0.1:${port}` };
  }

  async stop() {
    if (this.server === undefined) return;
    const { network, stop } = this.server;
    this.server = undefined;
    await stop();
    await network.close();
  }

  /** What a reader's own program makes of an answer, kept as the file that they would have. */
  async write({ as, get, write, script }) {
    const headers = { Authorization: `Bearer ${await this.token(as)}` };
    const input = await (await fetch(`${this.server.url}${get}`, { headers })).text();
    const made = spawnSync(process.execPath, ['-e', script.replaceAll('$TODAY', TODAY)], { input, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`${write} was not written: ${made.stderr}`);
    this.files.set(write, made.stdout);
    return '';
  }

  /** What is sent: members as they stand in the step, or a file that an earlier step wrote. */
  bodyOf({ json, from, sed }) {
    if (from === undefined) return json && JSON.stringify(json).replaceAll('$DAY', DAY).replaceAll('$TODAY', TODAY);
    const text = this.files.get(from);
    return sed === undefined ? text : text.replace(new RegExp(sed[0], 'm'), sed[1]);
  }

  async request({ name, as, get, post, key, json, from, sed, file }) {
    const headers = { 'Request-Id': `readme-${name}`, Authorization: `Bearer ${await this.token(as)}` };
    if (key !== undefined) headers['Idempotency-Key'] = key;
    if (json !== undefined || from !== undefined) headers['Content-Type'] = 'application/json';
    const body = file === undefined ? this.bodyOf({ json, from, sed }) : formOf(file);
    const method = post === undefined ? 'GET' : 'POST';
    const response = await this.answered(() => fetch(`${this.server.url}${get ?? post}`, { method, headers, body }));
    const answer = { status: response.status, headers: response.headers, body: await response.json() };
    await this.settled();
    return answer;
  }

  /** A busy machine may say 503 and when to ask again; as any client, the session then does. */
  async answered(ask) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const response = await ask();
      if (response.status !== 503 || Date.now() > end) return response;
      await delay(1_000 * Number(response.headers.get('retry-after') ?? 1));
    }
  }

  /** Until every reaction has seen the whole log: what it adds then has one place in it. */
  async settled() {
    const { network } = this.server;
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const { sequence } = await network.store.head();
      const statuses = Object.values(network.reactions.statuses);
      if (statuses.every((status) => status.sequence === sequence)) return;
      if (Date.now() > end) throw new Error('The reactions do not come to the end of the log.');
      await delay(5);
    }
  }

  async token(handle) {
    if (!this.tokens.has(handle)) this.tokens.set(handle, (await this.rpn(['token', '-q', '--as', handle])).trim());
    return this.tokens.get(handle);
  }

  /** As `rpn start` does all the time, 200 ms behind; here at once, so that the figures are always the same. */
  async keepLeaves() {
    const { LeafFile } = built('libs/platform/audit/tree/leaf-file.js');
    const { followTree } = built('libs/platform/audit/tree/follow-tree.js');
    const { leafFileIn } = built('libs/platform/profiles/embedded/open-log.js');
    const { START } = built('libs/platform/event-store/port/event-store.js');
    const leaves = LeafFile.openOrMake(leafFileIn(this.directory));
    const onTrouble = (error) => {
      throw error;
    };
    await followTree(this.server.network.store, leaves, { after: START, onTrouble })();
    leaves.close();
  }

  /** Standard error first, as a terminal would show it: it names the log that the result is about. */
  async rpn(args, { dataDir = './data', file } = {}) {
    if (this.server !== undefined) await this.keepLeaves();
    let [said, told] = ['', ''];
    const [name, content] = file === undefined ? [] : [file.name, file.content];
    const filePath = path.join(this.directory, name ?? 'none');
    if (content !== undefined) writeFileSync(filePath, content);
    const io = {
      stdout: { write: (text) => (told += text) },
      stderr: { write: (text) => (said += text) },
      env: { DATA_DIR: this.real(dataDir) },
      readStdin: () => Promise.resolve(''),
      holdInterrupts: () => undefined,
    };
    const run = built('apps/cli/shell/run.js').run;
    const given = args.map((arg) => (arg === name ? filePath : this.real(arg)));
    await run(built('apps/cli/commands.js').commands, given, io);
    return this.neutral((said + told).replaceAll(filePath, name ?? filePath));
  }

  /** Somebody with access to the file changes an event behind the program's back. */
  async edit({ sql }) {
    await this.stop();
    const { openDatabase } = built('libs/platform/event-store/sqlite/driver.js');
    const database = openDatabase(path.join(this.directory, 'log.db'));
    database.exec(sql);
    database.close();
    return '';
  }

  /** Where a path of the pages is in truth; what moves there goes with the folder. */
  real(text) {
    return text.replaceAll('./moved', `${this.directory}/moved`).replaceAll('./data', this.directory);
  }

  neutral(text) {
    const paths = text.replaceAll(`${this.directory}/moved`, './moved').replaceAll(this.directory, './data');
    return paths.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:3000');
  }
}

function formOf({ name, content }) {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return form;
}
