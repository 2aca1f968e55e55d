/**
 * Which state a ZIP code lies in, by its first three digits (USPS Domestic Mail Manual, labeling list L002). A prefix
 * belongs to one state but for a few offices, which stand in full below.
 */
const RANGES: readonly (readonly [from: number, to: number, state: string])[] = [
  ...([
    [5, 5, 'NY'],
    [6, 7, 'PR'],
    [8, 8, 'VI'],
    [9, 9, 'PR'],
    [10, 27, 'MA'],
    [28, 29, 'RI'],
  ] as const),
  ...([
    [30, 38, 'NH'],
    [39, 49, 'ME'],
    [50, 54, 'VT'],
    [55, 55, 'MA'],
    [56, 59, 'VT'],
    [60, 69, 'CT'],
  ] as const),
  ...([
    [70, 89, 'NJ'],
    [100, 149, 'NY'],
    [150, 196, 'PA'],
    [197, 199, 'DE'],
    [200, 200, 'DC'],
  ] as const),
  ...([
    [201, 201, 'VA'],
    [202, 205, 'DC'],
    [206, 219, 'MD'],
    [220, 246, 'VA'],
    [247, 268, 'WV'],
  ] as const),
  ...([
    [270, 289, 'NC'],
    [290, 299, 'SC'],
    [300, 319, 'GA'],
    [320, 339, 'FL'],
    [341, 349, 'FL'],
  ] as const),
  ...([
    [350, 369, 'AL'],
    [370, 385, 'TN'],
    [386, 397, 'MS'],
    [398, 399, 'GA'],
    [400, 427, 'KY'],
  ] as const),
  ...([
    [430, 459, 'OH'],
    [460, 479, 'IN'],
    [480, 499, 'MI'],
    [500, 528, 'IA'],
    [530, 549, 'WI'],
  ] as const),
  ...([
    [550, 567, 'MN'],
    [569, 569, 'DC'],
    [570, 577, 'SD'],
    [580, 588, 'ND'],
    [590, 599, 'MT'],
  ] as const),
  ...([
    [600, 629, 'IL'],
    [630, 658, 'MO'],
    [660, 679, 'KS'],
    [680, 693, 'NE'],
    [700, 714, 'LA'],
  ] as const),
  ...([
    [716, 729, 'AR'],
    [730, 732, 'OK'],
    [733, 733, 'TX'],
    [734, 749, 'OK'],
    [750, 799, 'TX'],
  ] as const),
  ...([
    [800, 816, 'CO'],
    [820, 831, 'WY'],
    [832, 838, 'ID'],
    [840, 847, 'UT'],
    [850, 865, 'AZ'],
  ] as const),
  ...([
    [870, 884, 'NM'],
    [885, 885, 'TX'],
    [889, 898, 'NV'],
    [900, 961, 'CA'],
    [967, 968, 'HI'],
  ] as const),
  ...([
    [969, 969, 'GU'],
    [970, 979, 'OR'],
    [980, 994, 'WA'],
    [995, 999, 'AK'],
  ] as const),
];
const OFFICES: Readonly<Record<string, string>> = {
  ...{ '06390': 'NY', '96799': 'AS', '96950': 'MP', '96951': 'MP', '96952': 'MP' },
};

const BY_PREFIX: ReadonlyMap<number, string> = new Map(
  RANGES.flatMap(([from, to, state]) =>
    Array.from({ length: to - from + 1 }, (_, index) => [from + index, state] as const),
  ),
);

/** The postal code of the state of a ZIP code or of its first three digits; undefined where there is none. */
export function stateOfZip(zip: string): string | undefined {
  return OFFICES[zip] ?? BY_PREFIX.get(Number(zip.slice(0, 3)));
}
