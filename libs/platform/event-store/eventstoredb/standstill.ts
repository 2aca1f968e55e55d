/** Patience with something that goes on: it ends only once the place has not moved for `ms`. */
export class Standstill {
  private since: number;

  constructor(
    private readonly ms: number,
    private place: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.since = now();
  }

  /** How much patience is left, if nothing moves; 0 when it is over. */
  leftMs(place: number): number {
    if (place !== this.place) this.since = this.now();
    this.place = place;
    return Math.max(this.since + this.ms - this.now(), 0);
  }
}
