import type { NetworkRole, PartnerRole } from '#kernel/roles/roles';

/** A job of the system itself: reactions and the founding of a network. It holds no duty. */
export type ServiceRole = 'service';
export type Role = NetworkRole | PartnerRole | ServiceRole;

/**
 * Who may do what: one row a command, the roles in the order in which they are taken. A command without a row is
 * allowed to nobody. A decision may still say no: that nobody holds two duties on one money, and that partner staff act
 * for their own partner, are judged by the decider from the history.
 */
export const COMMANDS = {
  // Incentives
  ReceiveEvidence: ['partner-staff', 'program-staff'],
  ClaimIncentive: ['partner-staff'],
  WithdrawClaim: ['partner-staff'],
  ResubmitClaim: ['partner-staff'],
  AppealClaim: ['partner-staff'],
  RequestInformation: ['program-staff'],
  VerifyClaim: ['program-staff'],
  ApproveClaim: ['program-staff'],
  DenyClaim: ['program-staff'],
  DecideAppeal: ['program-staff'],
  ResolveContest: ['program-staff'],
  ReverseClaim: ['program-staff'],
  OverrideCap: ['program-staff'],
  // What a deadline asks, no person may.
  DenyUnansweredClaim: ['service'],
  CloseAppealWindow: ['service'],
  DraftIncentivesPolicy: ['program-staff'],
  PublishDraftedPolicy: ['program-staff'],
  // A network's first rules: the founding alone publishes without two people.
  PublishIncentivesPolicy: ['service'],
  // Grants
  PublishGrantsPolicy: ['service'],
  DraftGrantsPolicy: ['program-staff'],
  PublishDraftedGrantsPolicy: ['program-staff'],
  FundPool: ['finance', 'program-staff', 'service'],
  LapsePool: ['finance', 'program-staff', 'service'],
  OpenRound: ['program-staff'],
  ChangeRoundCap: ['program-staff'],
  ExtendRound: ['program-staff'],
  CloseRound: ['program-staff'],
  // A dry run is all that its address offers: it is read, and never stored.
  DrawSlate: ['program-staff', 'finance', 'auditor'],
  AllocateRound: ['program-staff'],
  PromoteWaitlist: ['program-staff'],
  SubmitGrantProposal: ['partner-staff', 'facilitator', 'program-manager', 'champion'],
  ReviseProposal: ['partner-staff', 'facilitator', 'program-manager', 'champion'],
  WithdrawProposal: ['partner-staff', 'facilitator', 'program-manager', 'champion'],
  CosignProposal: ['partner-staff'],
  AssignReviewers: ['program-staff'],
  DeferProposal: ['program-staff'],
  DeclareConflict: ['grant-reviewer'],
  ReviewProposal: ['grant-reviewer'],
  AcceptAward: ['partner-staff'],
  DeclineAward: ['partner-staff'],
  ReportAward: ['partner-staff'],
  LapseAward: ['program-staff', 'service'],
  LapseOffers: ['service'],
  AmendAward: ['program-staff'],
  AcceptReport: ['program-staff'],
  CloseAward: ['program-staff'],
  ReverseAward: ['program-staff'],
  ReturnFunds: ['finance'],
  RecordRepayment: ['service'],
  // Partners
  OnboardPartner: ['program-staff'],
  PausePartner: ['program-staff'],
  ReactivatePartner: ['program-staff'],
  ExitPartner: ['program-staff'],
  AffiliatePerson: ['program-staff'],
  EndAffiliation: ['program-staff'],
  DefineTerritory: ['program-staff'],
  RegisterCohort: ['program-staff'],
  RegisterSubject: ['program-staff'],
  RecordW9: ['partner-staff', 'program-staff', 'finance'],
  ChangePayee: ['program-staff', 'finance'],
  EndPayeeHold: ['service'],
  // Access
  RegisterPerson: ['admin'],
  GrantRole: ['admin'],
  RevokeRole: ['admin'],
  DeactivatePerson: ['admin'],
  ReactivatePerson: ['admin'],
  ErasePayload: ['admin'],
  // Whoever asks needs the row of the act itself, and so does whoever answers: the decider asks this table again.
  RequestApproval: ['program-staff', 'finance', 'admin'],
  ConfirmApproval: ['program-staff', 'finance', 'admin'],
  RejectApproval: ['program-staff', 'finance', 'admin'],
  // Engagement
  RecordSignUp: ['program-staff'],
  // Imports: a file is received by whoever may issue the commands that its rows become; the importer asks this table for each.
  ReceiveImport: ['program-staff', 'admin', 'partner-staff'],
  ApplyImport: ['program-staff', 'admin', 'partner-staff'],
  // Payouts
  PreparePayoutBatch: ['finance'],
  ApprovePayoutBatch: ['finance'],
  ExportPayoutBatch: ['finance'],
  CancelPayoutBatch: ['finance'],
  RecordBankResults: ['finance'],
  ResolvePayment: ['finance'],
  RepayPayable: ['finance'],
  RepayReceivable: ['finance'],
  // What a reaction asks, no person may.
  CreatePayable: ['service'],
  CreateGrantPayable: ['service'],
  CreateReceivable: ['service'],
  HoldReversed: ['service'],
  ReviewHolds: ['service'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Acts of which the second person must be another kind of person than the first, and what that person has to write down. */
export const CONFIRMERS: Readonly<Record<string, { readonly roles: readonly Role[]; readonly note: string }>> = {
  ChangePayee: { roles: ['finance'], note: 'the call-back to the partner' },
};

/** Acts that one person asks for and another confirms. How each comes about is said where its address is declared. */
export const TWO_PEOPLE = [
  'OverrideCap',
  'PublishDraftedPolicy',
  'PublishDraftedGrantsPolicy',
  'AllocateRound',
  'ChangePayee',
  'GrantRole',
  'ReactivatePerson',
  'ErasePayload',
  'ResolvePayment',
] as const satisfies readonly (keyof typeof COMMANDS)[];

/**
 * What one person may enter on behalf of another, and in which roles one enters it. Whoever it is for must be allowed the
 * command themselves; staff of a partner enter for people of that partner alone. Duties count for both. What a person
 * judges or vouches for, nobody enters for them (docs/adr/0014-what-is-entered-for-another.md).
 */
export const ON_BEHALF = {
  ReceiveEvidence: ['program-staff', 'partner-staff'],
  ClaimIncentive: ['program-staff', 'partner-staff'],
  ResubmitClaim: ['program-staff', 'partner-staff'],
  WithdrawClaim: ['program-staff', 'partner-staff'],
  AppealClaim: ['program-staff', 'partner-staff'],
  SubmitGrantProposal: ['program-staff', 'partner-staff'],
  ReviseProposal: ['program-staff', 'partner-staff'],
  WithdrawProposal: ['program-staff', 'partner-staff'],
  AcceptAward: ['program-staff', 'partner-staff'],
  DeclineAward: ['program-staff', 'partner-staff'],
  ReportAward: ['program-staff', 'partner-staff'],
} as const satisfies Readonly<Partial<Record<keyof typeof COMMANDS, readonly Role[]>>>;

const ofPartner = ['partner-staff', 'program-manager', 'facilitator', 'champion'] as const;
const ofNetwork = ['program-staff', 'finance', 'auditor'] as const;

/** Who may read which view. Network roles see every partner's rows, partner roles their own partner's. */
export const VIEWS = {
  subjects: [...ofNetwork, 'grant-reviewer', 'admin', ...ofPartner],
  territories: [...ofNetwork, 'grant-reviewer', 'admin', ...ofPartner],
  partners: [...ofNetwork, 'grant-reviewer', 'admin', ...ofPartner],
  policies: [...ofNetwork, 'grant-reviewer', 'admin', ...ofPartner],
  people: ['admin', 'program-staff', 'auditor'],
  approvals: ['program-staff', 'admin', 'finance', 'auditor'],
  claims: [...ofNetwork, 'partner-staff', 'program-manager'],
  'cap-usage': [...ofNetwork, 'partner-staff', 'program-manager'],
  exposure: ofNetwork,
  evidence: [...ofNetwork, 'partner-staff', 'program-manager'],
  payables: [...ofNetwork, 'partner-staff', 'program-manager'],
  receivables: [...ofNetwork, 'partner-staff', 'program-manager'],
  // Of many partners at once: nobody's but the network's.
  'payout-batches': ofNetwork,
  // What leaves for the bank.
  'payment-files': ['finance', 'auditor'],
  districts: ofNetwork,
  // Grants: proposals show each reader no more than proposal-pages.ts lets them see.
  'grant-pools': ofNetwork,
  'grant-rounds': [...ofNetwork, 'grant-reviewer', 'admin', ...ofPartner],
  'grant-slates': ofNetwork,
  'grant-cap-usage': [...ofNetwork, 'partner-staff', 'program-manager'],
  'grant-reach': [...ofNetwork, 'partner-staff', 'program-manager'],
  // Claims for whom the claims are, proposals for whom the proposals are.
  'review-queue': [...ofNetwork, 'grant-reviewer'],
  // Empty for whom nothing waits on; what it lists is what the person may do.
  'my-work': [...ofNetwork, 'grant-reviewer', 'admin', ...ofPartner],
  proposals: [...ofNetwork, 'grant-reviewer', ...ofPartner],
  awards: [...ofNetwork, 'partner-staff', 'program-manager'],
  'audit-events': ['auditor', 'finance'],
  // What an account is, and the words of a W-9; that there is one stands on the partner's page.
  'bank-details': ['finance', 'auditor'],
  'tax-details': ['finance', 'auditor'],
  'security-log': ['auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
