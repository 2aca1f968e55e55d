import { partnerNamed, personNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { instant } from '#kernel/time/instant';

/** Two partners that joined for Alabama; alpha moves to the north of Virginia in October, beta shares it with Maryland. */
describe('territories over HTTP', () => {
  let net: ANetwork;
  beforeAll(async () => {
    net = await ANetwork.open();
    await define('alpha', '2026-10-01', [{ state: 'VA', zips: ['220', '22401'] }]);
    await define('beta', '2026-09-01', [{ state: 'VA', zips: ['220'] }, { state: 'MD' }]);
    await net.settle();
  });
  afterAll(() => net.close());
  const define = (slug: string, effectiveFrom: string, areas: readonly object[]) =>
    net
      .as('pia')
      .post(`/v1/partners/${partnerNamed(slug)}/territories`, { effectiveFrom, areas, territory: 'In their words' });
  const who = async (query: string): Promise<readonly string[]> =>
    (await net.as('fin').get(`/v1/territories?sort=slug&${query}`)).json.data.map(
      ({ partner, state }: { partner: { slug: string }; state: string }) => `${partner.slug} ${state}`,
    );

  it('are those of the day that is asked for, today when none is', async () => {
    expect(await who('')).toEqual(['alpha AL', 'beta AL']);
    expect(await who('on=2026-09-01')).toEqual(['alpha AL', 'beta MD', 'beta VA']);
    expect(await who('on=2026-10-01')).toEqual(['alpha VA', 'beta MD', 'beta VA']);
    expect(await who('on=2017-06-30')).toEqual([]);
  });

  it('tell who covers a ZIP code, by it, its first three digits or its whole state', async () => {
    expect(await who('zip=22030&on=2026-10-01')).toEqual(['alpha VA', 'beta VA']);
    expect(await who('zip=22401&on=2026-10-01')).toEqual(['alpha VA']);
    expect(await who('zip=20814&on=2026-10-01')).toEqual(['beta MD']);
    expect(await who('zip=35203')).toEqual(['alpha AL', 'beta AL']);
    expect((await net.as('fin').get('/v1/territories?zip=00001')).status).toBe(400);
  });

  it('narrow the list of partners, whose rows show the states of that day', async () => {
    const partners = async (query: string) =>
      (await net.as('fin').get(`/v1/partners?${query}`)).json.data.map(
        ({ slug, states }: { slug: string; states: readonly string[] }) => [slug, states],
      );
    expect(await partners('state=VA')).toEqual([]);
    expect(await partners('state=VA&on=2026-09-15')).toEqual([['beta', ['MD', 'VA']]]);
    expect(await partners('zip=22401&on=2026-10-01')).toEqual([['alpha', ['VA']]]);
  });

  it('change the ETag with the day, without an event', async () => {
    const tag = async () => (await net.as('fin').get('/v1/territories')).headers['etag'];
    const before = await tag();
    net.clock.at = instant('2026-09-02T12:00:00.000Z');
    expect(await tag()).not.toBe(before);
    expect(await who('')).toEqual(['alpha AL', 'beta MD', 'beta VA']);
    net.clock.at = instant('2026-08-04T12:00:00.000Z');
  });

  it('say why not, with the figures', async () => {
    const { status, json } = await define('alpha', '2026-10-01', [{ state: 'VA', zips: ['900'] }]);
    expect([status, json.code, json.detail]).toEqual([
      409,
      'ZIP_OUTSIDE_STATE',
      '900 does not lie in VA: it lies in CA.',
    ]);
    const shape = await define('alpha', '2026-10-01', [{ state: 'VA', zips: ['9000'] }]);
    expect([shape.status, shape.json.errors[0].pointer]).toEqual([400, '#/areas/0/zips']);
    expect((await net.as('ana').get('/v1/territories')).json.data).toHaveLength(1);
  });
});

describe('the people of a partner over HTTP', () => {
  let net: ANetwork;
  beforeAll(async () => {
    net = await ANetwork.open();
  });
  afterAll(() => net.close());

  it('end on their last day, and it is told when there is nothing to end', async () => {
    const end = (until: string) =>
      net.as('pia').post(`/v1/partners/${partnerNamed('alpha')}/people/end`, {
        ...{ personId: personNamed('ana'), role: 'partner-staff', until },
      });
    expect((await end('2017-06-30')).json.code).toBe('NOT_AFFILIATED');
    const { status, json } = await end('2026-08-03');
    expect([status, json]).toEqual([
      200,
      {
        ...{ partnerId: partnerNamed('alpha'), personId: personNamed('ana'), role: 'partner-staff' },
        ...{ from: '2017-07-01', until: '2026-08-03' },
      },
    ]);
    expect((await net.as('ana').claim('district-onboarded', 'lea:0100001')).status).toBe(403);
  });
});
