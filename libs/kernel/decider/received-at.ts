import type { RecordedEvent } from '#kernel/decider/event';
import type { Instant } from '#kernel/time/instant';

/**
 * When the command of an event arrived, which rules its deadlines (G20); the time of recording for an event that is not
 * its command's first, and so carries no capsule.
 */
export function receivedAt({ metadata, recordedAt }: RecordedEvent): Instant {
  return metadata.capsule?.facts.at ?? recordedAt;
}
