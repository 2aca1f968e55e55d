import { capUsageRows, capUsageView } from '#contexts/incentives/views/cap-usage';
import type { ClaimDocument } from '#contexts/incentives/views/claims';
import { claimsView } from '#contexts/incentives/views/claims';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { policiesView } from '#contexts/incentives/views/policies';
import type { QueuedClaim } from '#contexts/incentives/views/review-queue';
import { queuedClaim } from '#contexts/incentives/views/review-queue';
import type { PartnerDocument } from '#contexts/partners/views/partners';
import { partnersView } from '#contexts/partners/views/partners';
import type { Cents } from '#kernel/money/cents';
import { ZERO } from '#kernel/money/cents';
import { zoneCalendar } from '#kernel/time/calendar';
import type { PlainDate } from '#kernel/time/plain-date';
import { policiesIn, programDay } from '../moment/program';
import { partnersIn } from '../table/listed';
import type { Ask } from '../table/table-read';

export const OPEN_CLAIM_VIEWS = [claimsView, capUsageView, partnersView, policiesView];

/** Every claim that waits on somebody, with its line in the queue: some hundreds, whatever the log's length. */
export interface OpenClaims {
  readonly claims: readonly { readonly document: ClaimDocument; readonly line: QueuedClaim }[];
  readonly partners: ReadonlyMap<string, PartnerDocument>;
  /** The program's day for which ages are counted, and the zone of its days. */
  readonly today: PlainDate;
  readonly zone: string;
}

export async function openClaims({ reader, scope, at }: Ask): Promise<OpenClaims> {
  const found = await reader.find(scope, claimsView, { where: [{ field: 'open', is: '=', value: true }] });
  const documents = found.rows.map(({ document }) => document);
  const [partners, policies] = [await partnersIn(reader, scope), await policiesIn(reader, scope)];
  const usage = (await reader.find(scope, capUsageView, { where: [] })).rows.map(({ document }) => document);
  const today = programDay(policies, at);
  const headroom = new Map<string, Cents>();
  for (const year of new Set(documents.map(({ programYear }) => programYear))) {
    const rows = capUsageRows([...partners.values()], usage, policies, year, today);
    for (const { partner, headroomCents } of rows) headroom.set(`${partner.id}/${year}`, headroomCents);
  }
  const { program } = policies.at(-1)?.content ?? defaultIncentivesPolicy;
  const claims = documents.flatMap((document) => {
    const left = headroom.get(`${document.partnerId}/${document.programYear}`) ?? ZERO;
    const line = queuedClaim(document, left, { today, program, calendar: zoneCalendar });
    return line === undefined ? [] : [{ document, line }];
  });
  return { claims, partners, today, zone: program.zone };
}
