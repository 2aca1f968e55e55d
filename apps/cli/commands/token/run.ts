import type { Directory } from '#contexts/access/facts/directory';
import { personOfHandle, subjectOf } from '#contexts/access/facts/directory';
import type { PersonId } from '#kernel/ids/entity-id';
import { plainDate } from '#kernel/time/plain-date';
import { keyFileIn, LOCAL_MAX_HOURS, mintToken } from '#platform/sign-in/local-keys';
import { nameHead } from '../../log/log-head';
import { readDirectory } from '../../log/read-directory';
import { logOf } from '../../log/the-log';
import { didYouMean } from '#kernel/text/did-you-mean';
import type { ExitCode } from '../../shell/exit';
import { EXIT, UsageError } from '../../shell/exit';
import type { Task } from '../../shell/task';
import { textOption } from '../../shell/task';

/** `rpn token --as HANDLE`: nothing but the token on standard output. */
export async function runToken(task: Task): Promise<ExitCode> {
  const seconds = secondsOf(textOption(task, 'ttl') ?? '');
  const handle = textOption(task, 'as') ?? '';
  const log = await logOf(task.place());
  try {
    const directory = await readDirectory(log.reader);
    const personId = known(directory, handle);
    await nameHead(task, log);
    task.out.note(`${handle} is ${personId}, ${rolesOf(directory, personId)}`);
    const token = await mintToken(keyFileIn(task.dataDir), personId, seconds);
    task.out.result(token, { token, personId, handle, expiresInSeconds: seconds });
    return EXIT.fine;
  } finally {
    await log.reader.close();
  }
}

const SECONDS = { h: 3_600, m: 60, s: 1 } as const;

function secondsOf(text: string): number {
  const match = /^([1-9]\d{0,5})(h|m|s)$/.exec(text);
  const seconds = match === null ? 0 : Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
  if (seconds > 0 && seconds <= LOCAL_MAX_HOURS * SECONDS.h) return seconds;
  throw new UsageError(`--ttl is a time such as 8h, 30m or 90s, and at most ${LOCAL_MAX_HOURS}h; it was "${text}".`);
}

function known(directory: Directory, handle: string): PersonId {
  const personId = personOfHandle(directory, handle);
  if (personId !== undefined) return personId;
  throw new UsageError(`Nobody signs in as ${handle}.${didYouMean(handle, directory.byHandle.keys())}`);
}

function rolesOf(directory: Directory, personId: PersonId): string {
  const today = plainDate(new Date().toISOString().slice(0, 10));
  const { networkRoles = [], partnerRoles = [] } = subjectOf(directory, personId, today) ?? {};
  return [...networkRoles, ...partnerRoles.map(({ role }) => role)].join(', ') || 'in no role today';
}
