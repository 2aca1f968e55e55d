import { schemaOfExample } from './schema-of-example';

const text = { type: 'string' };

describe('the schema of an example', () => {
  it('says of a list’s items what they have in common', () => {
    const list = [
      { by: 'fixed', amountCents: 500 },
      { by: 'units', tiers: [{ from: 5 }] },
      { by: 'units', tiers: [{ from: 15, note: 'x' }] },
    ];
    expect(schemaOfExample(list)).toEqual({
      type: 'array',
      items: {
        type: 'object',
        required: ['by'],
        properties: {
          by: text,
          amountCents: { type: 'integer', format: 'cents' },
          tiers: {
            type: 'array',
            items: { type: 'object', required: ['from'], properties: { from: { type: 'integer' }, note: text } },
          },
        },
      },
    });
  });

  it('leaves open what differs, and what nothing is known of', () => {
    expect(schemaOfExample([1, 'x'])).toEqual({ type: 'array', items: {} });
    expect(schemaOfExample([1, null])).toEqual({ type: 'array', items: {} });
    expect(schemaOfExample(['2026-08-01', 'x'])).toEqual({ type: 'array', items: text });
    expect(schemaOfExample([])).toEqual({ type: 'array', items: {} });
  });
});
