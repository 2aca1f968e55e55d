import type { ActAsked } from '#contexts/access/events/approval-requested';
import { Requested } from '#kernel/requested/requested';

/** An act that takes two people is asked for. Made by the act's own address, never typed by a caller. */
export class RequestApproval extends Requested {
  command!: ActAsked;
}
