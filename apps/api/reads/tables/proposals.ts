import { USES } from '#contexts/grants/commands/proposal-fields';
import type { ProposalPage, ProposalReader, ProposalRow } from '#contexts/grants/views/proposal-pages';
import { proposalPageFor, proposalRow, titleFor } from '#contexts/grants/views/proposal-pages';
import type { ProposalDocument } from '#contexts/grants/views/proposals';
import { proposalsView } from '#contexts/grants/views/proposals';
import { partnersView } from '#contexts/partners/views/partners';
import { queryRows } from '#platform/view-store/port/query-rows';
import type { Condition, Found } from '#platform/view-store/port/view-store';
import { column, partnerColumns } from '../csv/csv-column';
import type { EntityRead } from '../entity/entity-read';
import { centsFilter, choiceFilter, momentFilter, partnerFilter, quarterFilter } from '../query/filters';
import type { PartnerRef, WaitsOn } from '../table/listed';
import { findOf, loaded, partnerAsked, partnerRef, partnersIn } from '../table/listed';
import type { Ask, Loaded, TableRead } from '../table/table-read';
import { EXAMPLE_PARTNER } from './examples';
import { EXAMPLE_PROPOSAL, EXAMPLE_PROPOSAL_ROW } from './grant-examples';
import { proposalReader } from './proposal-reader';

interface More {
  readonly partner: PartnerRef;
  readonly waitsOn: WaitsOn | null;
}
/** A line of `GET /v1/proposals`; the title is no reviewer’s to see on a list. */
export type ShownProposal = ProposalRow & More & { readonly title: string | null };
export type ShownProposalPage = ProposalPage & More;

const views = [proposalsView, partnersView];
const WAITS: WaitsOn = { role: 'program-staff', act: 'allocate' };
const EXAMPLE: ShownProposal = {
  ...{ ...EXAMPLE_PROPOSAL_ROW, title: EXAMPLE_PROPOSAL.title, partner: EXAMPLE_PARTNER, waitsOn: WAITS },
};
const STATUSES = [
  ...['awaiting-cosignature', 'submitted', 'withdrawn', 'awarded'],
  ...['partial', 'waitlisted', 'not-funded', 'left-out'],
];

export const proposalsTable: TableRead<ShownProposal> = {
  ...{ name: 'proposals', path: 'v1/proposals', tag: 'grants', views },
  summary: 'Requests for marketing grants: a partner’s own, a reviewer’s assigned ones, the network’s all',
  filters: [
    choiceFilter('status', STATUSES, 'How it stands.'),
    partnerFilter,
    quarterFilter('quarter', 'The round that decides it.', 'quarter'),
    choiceFilter('useCase', USES, 'What it is for.'),
    momentFilter('submittedFrom', 'submittedAt', '>='),
    momentFilter('submittedTo', 'submittedAt', '<='),
    centsFilter('minCents', 'requestedCents', '>='),
    centsFilter('maxCents', 'requestedCents', '<='),
  ],
  sorts: ['submittedAt', 'requestedCents', 'status', 'quarter', 'startsOn'],
  defaultSort: '-submittedAt',
  csv: [
    column('id'),
    column('status'),
    column('quarter'),
    ...partnerColumns<ShownProposal>(),
    column('title', 'text'),
    column('useCase'),
    column('requestedCents', 'cents'),
    column('awardedCents', 'cents'),
    column('edition'),
    column('applicantRole'),
    { name: 'statesReached', kind: 'word', value: ({ statesReached }) => statesReached.join('; ') },
    column('startsOn'),
    column('endsOn'),
    column('submittedAt'),
    column('withinGrace'),
    column('leftOut'),
    { name: 'waitsOn', kind: 'word', value: ({ waitsOn }) => waitsOn?.role ?? null },
  ],
  example: EXAMPLE,
  exampleTotals: { requestedCents: 400_000 },
  load,
  label: (_loaded, filters) => filters.get('quarter'),
};

async function load(ask: Ask): Promise<Loaded<ShownProposal>> {
  const partners = await partnersIn(ask.reader, ask.scope);
  const partner = partnerAsked(ask, partners);
  const only: Condition[] = partner === undefined ? [] : [{ field: 'partnerId', is: '=', value: partner }];
  const reader = proposalReader(ask.subject);
  const found = await visible(ask, [...ask.where, ...only], reader);
  return loaded(found, ask.sort, (document) => ({
    ...proposalRow(document),
    title: titleFor(document, reader),
    partner: partnerRef(document.partnerId, partners),
    waitsOn: waitsOn(document),
  }));
}

/** A reviewer's list is picked from all, by assignment; everybody else's is what their scope shows. */
async function visible(
  ask: Ask,
  where: readonly Condition[],
  reader: ProposalReader,
): Promise<Omit<Found<ProposalDocument>, 'checkpoint'>> {
  if (reader.ofNetwork || ask.scope.kind === 'partner')
    return ask.reader.find(ask.scope, proposalsView, findOf(ask, where));
  const all = await ask.reader.find(ask.scope, proposalsView, { where });
  const own = all.rows.filter(({ document }) => proposalPageFor(document, reader) !== undefined);
  return queryRows(own, findOf(ask, []), proposalsView);
}

export const proposalRead: EntityRead<ProposalDocument, ShownProposalPage> = {
  ...{ name: 'proposals', path: 'v1/proposals', tag: 'grants', prefix: 'prp', view: proposalsView, views },
  summary: 'A proposal, as far as the reader may see it: reviewers after they declared, partners without scores',
  revisionOf: ({ revision }) => revision,
  partnerIdOf: ({ partnerId }) => partnerId,
  show(document, partner, { subject, past }) {
    const page = proposalPageFor(document, proposalReader(subject, past));
    return page === undefined ? undefined : { ...page, partner, waitsOn: waitsOn(document) };
  },
  example: { ...EXAMPLE_PROPOSAL, partner: EXAMPLE_PARTNER, waitsOn: WAITS },
};

/** Whom a proposal waits on: nobody once it is decided or withdrawn. */
function waitsOn({ status }: Pick<ProposalDocument, 'status'>): WaitsOn | null {
  if (status === 'awaiting-cosignature') return { role: 'partner-staff', act: 'cosign' };
  return status === 'submitted' ? WAITS : null;
}
