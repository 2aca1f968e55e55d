/** ` Did you mean cap-usage?` for a name that is nearly another; empty when none is near. */
export function didYouMean(name: string, names: Iterable<string>): string {
  let [nearest, least] = ['', Math.max(1, Math.floor(name.length * 0.4)) + 1];
  for (const one of names) {
    const steps = distance(name, one, least);
    if (steps < least) [nearest, least] = [one, steps];
  }
  return nearest === '' ? '' : ` Did you mean ${nearest}?`;
}

/** Levenshtein's distance; `most` or more when it cannot be less. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of Array.from(a).entries()) {
    const row = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const change = (above[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    above = row;
  }
  return above.at(-1) ?? most;
}
