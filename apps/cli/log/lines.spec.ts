import { Readable } from 'node:stream';
import { Lines } from './lines';

it('ends lines at line feeds alone, wherever the chunks end, and within no character', async () => {
  const text = '{"a":"\u2028\u2029\u0085"}\n{"b":"é🙂"}\n\nlast';
  for (const size of [1, 2, 3, 1_000]) {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    );
    const lines = new Lines(Readable.from(chunks, { objectMode: false }));
    const got: string[] = [];
    for await (const line of lines.all()) got.push(line);
    expect(got).toEqual(['{"a":"\u2028\u2029\u0085"}', '{"b":"é🙂"}', '', 'last']);
    expect(lines.count).toBe(4);
  }
});
