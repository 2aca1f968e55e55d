import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { Requested } from '#kernel/requested/requested';
import { plainDate } from '#kernel/time/plain-date';
import type { Network } from '#platform/profiles/network';
import { issue, misfortune } from './simulation/issue';
import { personIdOf, registration } from './simulation/names';
import type { Ask } from './simulation/step';

/** From when on the first rules hold. A fixed day, so that founding twice asks for the same thing twice. */
const RULES_FROM = plainDate('2017-01-01');
const ADMINISTRATORS = ['admin-1', 'admin-2'] as const;

/**
 * What every network begins with (docs/adr/0008): rules, because nothing can be decided without, and two administrators,
 * because nobody else could let anybody in.
 */
export const genesis: readonly Ask[] = [
  byGenesis(
    'publish incentives 1',
    Object.assign(new PublishIncentivesPolicy(), { effectiveFrom: RULES_FROM, content: defaultIncentivesPolicy }),
  ),
  byGenesis(
    'publish grants 1',
    Object.assign(new PublishGrantsPolicy(), { effectiveFrom: RULES_FROM, content: defaultGrantsPolicy }),
  ),
  ...ADMINISTRATORS.flatMap((handle) => [
    byGenesis(registration(handle), Object.assign(new RegisterPerson(), { handle })),
    byGenesis(`grant admin to ${handle}`, grantOf(handle)),
  ]),
];

/** Writes the genesis by the network's own clock. Again, it changes nothing: every command is found already done. */
export async function found(network: Network): Promise<void> {
  const at = network.clock.now();
  for (const ask of genesis) {
    const outcome = await issue(network, ask, at);
    // A store that an earlier release founded has its default rules, and keeps them.
    if (outcome.kind !== 'recorded' && outcome.kind !== 'key-reused') throw new Error(misfortune(ask, outcome));
  }
}

function grantOf(handle: string): GrantRole {
  return Object.assign(new GrantRole(), { personId: personIdOf(handle), role: 'admin' as const });
}

function byGenesis(name: string, command: Requested): Ask {
  return { name, kind: command.constructor.name, command, by: 'service:genesis', role: 'service', method: 'system' };
}
