import type { EventToAppend } from '#platform/event-store/port/stored-event';
import type { Batch, Decided } from '#platform/runtime/handle/decide-batch';
import { BATCH_BYTES } from '#platform/runtime/handle/decide-batch';
import type { Ask } from '#platform/runtime/handle/decide-command';
import type { Outcome } from '#platform/runtime/handle/outcome';
import type { Post } from '#platform/runtime/handle/post';
import type { StreamState } from '#platform/runtime/handle/stream-state';

/** A command on its way through a mailbox. */
export interface Letter {
  readonly ask: Ask;
  readonly answer: (outcome: Outcome) => void;
  /** True when it must be answered with whatever is known; undefined until it is decided for the first time. */
  expired: (() => boolean) | undefined;
}

/** Commands that were decided one after the other and go to the log in one append. */
export interface Group<State extends object> {
  /** The state that they evolved, which is right only if they are stored. */
  readonly stream: StreamState<State>;
  /** The revision behind which they belong. */
  readonly base: number;
  readonly letters: Letter[];
  /** What became of each letter. */
  readonly decided: Decided[];
  readonly bytes: EventToAppend[];
  /** Characters of `bytes`. */
  size: number;
}

export const groupOn = <State extends object>(stream: StreamState<State>): Group<State> => ({
  stream,
  base: stream.revision,
  letters: [],
  decided: [],
  bytes: [],
  size: 0,
});

/** How many commands a group of `most` still takes. */
export const roomIn = (group: Group<object> | undefined, most: number): number => most - (group?.letters.length ?? 0);

export const isFull = (group: Group<object> | undefined, most: number): boolean =>
  group !== undefined && (roomIn(group, most) <= 0 || group.size >= BATCH_BYTES);

/** Takes those of the letters that were decided; the first ones, where there was no room for all. */
export function addTo(group: Group<object>, letters: readonly Letter[], { decided, bytes, size }: Batch<Letter>): void {
  group.letters.push(...letters.slice(0, decided.length));
  group.decided.push(...decided);
  group.bytes.push(...bytes);
  group.size += size;
}

/** The patience of the first, which has waited longest; whoever has none yet shares it. */
export function patienceOf(letters: readonly Letter[], post: Pick<Post, 'patience'>): () => boolean {
  const first = letters.find(({ expired }) => expired !== undefined)?.expired ?? post.patience();
  for (const letter of letters) letter.expired ??= first;
  return first;
}
