import type { Role } from '#contexts/access/policy/permissions';
import type { Subject } from '#contexts/access/policy/who-may';
import { COMMANDS, ON_BEHALF, TWO_PEOPLE, VIEWS } from '#contexts/access/policy/permissions';
import { can, canOnBehalf, reads, serviceCan } from '#contexts/access/policy/who-may';
import { person } from '../../../../test/support/network';

const subject = (networkRoles: Subject['networkRoles'], partnerRoles: Subject['partnerRoles'] = []): Subject => ({
  personId: person('sam'),
  networkRoles,
  partnerRoles,
});
const commands = Object.entries<readonly Role[]>(COMMANDS);
const staff = { partnerId: 'ptr_a', role: 'partner-staff' } as const;

describe('can', () => {
  it.each([
    ['ClaimIncentive', subject([], [staff]), { allowed: true, role: 'partner-staff' }],
    ['ReceiveEvidence', subject(['program-staff'], [staff]), { allowed: true, role: 'partner-staff' }],
    ['ApproveClaim', subject(['admin', 'program-staff']), { allowed: true, role: 'program-staff' }],
    ['ApproveClaim', subject(['admin', 'finance'], [staff]), { allowed: false, needs: ['program-staff'] }],
    ['CreatePayable', subject(['program-staff', 'admin', 'finance'], [staff]), { allowed: false, needs: ['service'] }],
    ['PublishIncentivesPolicy', subject(['program-staff']), { allowed: false, needs: ['service'] }],
    ['PublishDraftedPolicy', subject(['program-staff']), { allowed: true, role: 'program-staff' }],
  ])('%s', (command, who, permission) => {
    expect(can(who, command)).toEqual(permission);
  });

  it.each(['NoSuchCommand', 'toString', '__proto__', ''])('denies what has no row: %j', (command) => {
    expect(can(subject(['program-staff', 'admin']), command)).toEqual({ allowed: false, needs: [] });
  });

  it('lets auditors write nothing: drawing a slate is a dry run', () => {
    expect(commands.filter(([, roles]) => roles.includes('auditor')).map(([name]) => name)).toEqual(['DrawSlate']);
  });

  it('keeps admins from money: they have people, roles and what is kept of people, and nothing else', () => {
    expect(commands.filter(([, roles]) => roles.includes('admin')).map(([name]) => name)).toEqual([
      'RegisterPerson',
      'GrantRole',
      'RevokeRole',
      'DeactivatePerson',
      'ReactivatePerson',
      'ErasePayload',
      // Of acts that they may issue: the decider asks for the act's own row.
      'RequestApproval',
      'ConfirmApproval',
      'RejectApproval',
      // A file of people: what its rows become needs a row of its own.
      'ReceiveImport',
      'ApplyImport',
    ]);
  });

  it('lets a service do what a service asks, and no person act in its place', () => {
    expect(serviceCan('CreatePayable')).toEqual({ allowed: true, role: 'service' });
    expect(serviceCan('ApproveClaim')).toEqual({ allowed: false, needs: ['program-staff'] });
    expect(serviceCan('NoSuchCommand')).toEqual({ allowed: false, needs: [] });
  });
});

describe('canOnBehalf', () => {
  const at = (partnerId: string, role: Subject['partnerRoles'][number]['role'] = 'partner-staff') => ({
    partnerId,
    role,
  });
  const of = (...roles: Subject['partnerRoles'][number][]): Subject => subject([], roles);
  const no = { allowed: false, needs: ['program-staff', 'partner-staff'] };

  it('lets program staff enter for whoever may do it, in the role in which they may', () => {
    const program = subject(['program-staff']);
    const role = (whom: Subject) => canOnBehalf(program, whom, 'SubmitGrantProposal');
    expect(role(of(at('ptr_a')))).toEqual({ allowed: true, role: 'partner-staff' });
    expect(role(of(at('ptr_a', 'champion')))).toEqual({ allowed: true, role: 'champion' });
    expect(canOnBehalf(program, of(at('ptr_a', 'champion')), 'AcceptAward')).toEqual(no);
    expect(canOnBehalf(program, subject(['finance']), 'SubmitGrantProposal')).toEqual(no);
    expect(canOnBehalf(program, undefined, 'SubmitGrantProposal')).toEqual(no);
  });

  it('lets a partner’s staff enter for its people alone; of somebody with two partners, for none', () => {
    const may = (whom: Subject, by = of(at('ptr_a'))) => canOnBehalf(by, whom, 'SubmitGrantProposal').allowed;
    expect([may(of(at('ptr_a', 'champion'))), may(of(at('ptr_b')))]).toEqual([true, false]);
    expect(may(of(at('ptr_a'), at('ptr_b')))).toBe(false);
    expect(may(of(at('ptr_a'), at('ptr_b')), of(at('ptr_a'), at('ptr_b')))).toBe(true);
    expect(may(of(at('ptr_a')), of(at('ptr_a', 'champion')))).toBe(false);
    expect(may(of(at('ptr_a')), subject(['finance', 'admin']))).toBe(false);
  });

  it('lets nobody enter what another person judges, vouches for or confirms', () => {
    const said = Object.keys(ON_BEHALF);
    const own = [
      'ReviewProposal',
      'DeclareConflict',
      'CosignProposal',
      'VerifyClaim',
      'ApproveClaim',
      'ConfirmApproval',
    ];
    expect([...own, ...TWO_PEOPLE].filter((name) => said.includes(name))).toEqual([]);
    expect(canOnBehalf(subject(['program-staff']), subject(['grant-reviewer']), 'ReviewProposal').allowed).toBe(false);
  });
});

describe('reads', () => {
  it('shows a network role everything and a partner role its own partners, the wider first', () => {
    expect(reads(subject(['finance'], [staff]), 'claims')).toEqual({ reach: 'all', role: 'finance' });
    expect(reads(subject([], [staff, { ...staff, partnerId: 'ptr_b' }]), 'claims')).toEqual({
      reach: 'partners',
      partnerIds: ['ptr_a', 'ptr_b'],
      role: 'partner-staff',
    });
  });

  it('shows money to those whose work it is', () => {
    for (const view of ['claims', 'cap-usage', 'payables', 'awards', 'grant-cap-usage', 'grant-slates']) {
      expect(reads(subject(['admin']), view)).toMatchObject({ reach: 'none' });
      expect(reads(subject([], [{ ...staff, role: 'champion' }]), view)).toMatchObject({ reach: 'none' });
      expect(reads(subject(['auditor']), view)).toMatchObject({ reach: 'all' });
    }
  });

  it('shows auditors every view, and nobody one without a row', () => {
    for (const view of Object.keys(VIEWS)) expect(reads(subject(['auditor']), view).reach).toBe('all');
    expect(reads(subject(['auditor']), 'secrets')).toEqual({ reach: 'none', needs: [] });
  });
});
