import { accessContext } from '#contexts/access/access.context';
import { engagementContext } from '#contexts/engagement/engagement.context';
import { grantsContext } from '#contexts/grants/grants.context';
import { importsContext } from '#contexts/imports/imports.context';
import { incentivesContext } from '#contexts/incentives/incentives.context';
import { partnersContext } from '#contexts/partners/partners.context';
import { payoutsContext } from '#contexts/payouts/payouts.context';
import type { Context } from '#platform/runtime/context';

/** The whole business. A new context is one line here. */
export const contexts: readonly Context[] = [
  accessContext,
  partnersContext,
  incentivesContext,
  grantsContext,
  payoutsContext,
  engagementContext,
  importsContext,
];
