import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { serverUrl } from './eventstoredb';
import { aloneWith } from './server-turn';

/** What can be done to a server: kill -9, start, freeze (SIGSTOP), thaw (SIGCONT); and of three nodes, the leader alone. */
export type Verb = 'kill' | 'start' | 'freeze' | 'thaw';

/** Does it and waits until it is done: `start` until the server answers. */
export type Control = (verb: Verb) => Promise<void>;

/** A shell command with `{verb}` in it, by which a spec may interfere with the server that it is given. */
function controlBy(command: string): Control {
  return async (verb) => {
    await promisify(exec)(command.replaceAll('{verb}', verb));
  };
}

/** Specs that kill or freeze the server of TEST_EVENTSTORE_URL; skipped by name where that is not allowed. */
export function withControl(name: string, specs: (control: Control) => void): void {
  const command = process.env['TEST_EVENTSTORE_CONTROL'] ?? '';
  const needs = 'TEST_EVENTSTORE_URL and TEST_EVENTSTORE_CONTROL (a command with {verb}: kill, start, freeze, thaw)';
  if (serverUrl === '' || command === '') it.skip(`${name}: needs ${needs}`, () => undefined);
  else {
    aloneWith(serverUrl);
    specs(controlBy(command));
  }
}

/** The same for three nodes, where kill takes the leader and start brings back whoever is gone. */
export function withCluster(name: string, specs: (control: Control, url: string) => void): void {
  const url = process.env['TEST_EVENTSTORE_CLUSTER_URL'] ?? '';
  const command = process.env['TEST_EVENTSTORE_CLUSTER_CONTROL'] ?? '';
  const needs = 'TEST_EVENTSTORE_CLUSTER_URL and TEST_EVENTSTORE_CLUSTER_CONTROL ({verb}: kill the leader, start)';
  if (url === '' || command === '') it.skip(`${name}: needs ${needs}`, () => undefined);
  else {
    aloneWith(url);
    specs(controlBy(command), url);
  }
}
