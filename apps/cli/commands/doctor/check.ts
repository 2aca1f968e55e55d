/** What was looked at and how it is. */
export interface Check {
  readonly what: string;
  readonly verdict: 'ok' | 'warning' | 'wrong';
  readonly says: string;
}

export const ok = (what: string, says: string): Check => ({ what, verdict: 'ok', says });
export const warning = (what: string, says: string): Check => ({ what, verdict: 'warning', says });
export const wrong = (what: string, says: string): Check => ({ what, verdict: 'wrong', says });

type Found = Check | readonly Check[];

/** A check that could not even be made is wrong, in the words of what stopped it. */
export async function checked(what: string, look: () => Found | Promise<Found>): Promise<readonly Check[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    return [wrong(what, error instanceof Error ? error.message : String(error))];
  }
}
