import { AccessRights } from '#platform/event-store/eventstoredb/access-rights';

const settings = (data: object) => ({ streamId: '$settings', type: 'update-default-acl', data: data as never });
const metadata = (stream: string, data: object) => ({
  ...{ streamId: `$$${stream}`, type: '$metadata', data: data as never },
});

/** As docs/operating/eventstoredb.md has it. */
const ours = { $r: ['rpn', 'auditor'], $w: 'rpn', $d: '$admins', $mr: ['rpn', 'auditor'], $mw: '$admins' };
const servers = { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' };
const asDocumented = [
  settings({ $userStreamAcl: ours, $systemStreamAcl: servers }),
  metadata('$all', { $acl: { $r: ['rpn', 'auditor', '$admins'] } }),
];

function concerns(...events: readonly Parameters<AccessRights['look']>[0][]): readonly string[] {
  const rights = new AccessRights();
  for (const event of events) rights.look(event);
  return rights.concerns('rpn');
}

describe('the rights on a server', () => {
  it('are no concern as documented', () => {
    expect(concerns(...asDocumented)).toEqual([]);
  });

  it('are everybody’s on a server where none were given', () => {
    expect(concerns()).toEqual([
      '$settings has no $userStreamAcl: everybody may read, write, delete and limit streams',
      'rpn reads $all by a group: name the user in the metadata of $all, and take it out of every group',
    ]);
  });

  it('are what was said last, with everybody where a right is left out', () => {
    const { $d: _delete, $r: _read, ...left } = ours;
    expect(concerns(...asDocumented, settings({ $userStreamAcl: left }))).toEqual([
      '$settings lets everybody read our streams',
      '$settings lets everybody delete our streams',
    ]);
    expect(concerns(settings({ $userStreamAcl: left }), ...asDocumented)).toEqual([]);
  });

  it.each([
    [{ $userStreamAcl: { ...ours, $mw: ['rpn', '$admins'] } }, ['$settings lets rpn limit our streams']],
    [{ $userStreamAcl: { ...ours, $w: ['rpn', 'other'] } }, ['$settings lets other write our streams']],
    [
      { $userStreamAcl: ours, $systemStreamAcl: { ...servers, $r: ['$admins', 'rpn'] } },
      ['$settings gives rpn a right to the server’s own streams'],
    ],
  ])('%j are a concern', (data, expected) => {
    expect(concerns(...asDocumented, settings(data))).toEqual(expected);
  });

  it('to read $all are everybody’s concern when they are everybody’s', () => {
    const open = metadata('$all', { $acl: { $r: '$all' } });
    expect(concerns(...asDocumented, open)).toEqual(['the metadata of $all lets everybody read the log']);
  });

  it('of a single stream go before the others, until they are taken back', () => {
    const special = metadata('incentives-1', { $acl: { $w: '$all' } });
    expect(concerns(...asDocumented, special)).toEqual([
      'stream incentives-1 has an $acl of its own, which goes before $settings',
    ]);
    expect(concerns(...asDocumented, special, metadata('incentives-1', {}))).toEqual([]);
  });
});
