/** What the repository holds, by name: enough to see what somebody who added a command or an event forgot. */
export interface Registry {
  readonly commands: readonly { readonly name: string; readonly context: string }[];
  /** Rows of the permission table: command → roles. */
  readonly permissions: Readonly<Record<string, readonly string[]>>;
  /** The text of each context's module, which puts its commands on the bus. */
  readonly modules: Readonly<Record<string, string>>;
  /** Operations of the OpenAPI document that issue a command, with the problem codes that they promise. */
  readonly operations: readonly { readonly command: string; readonly codes: readonly string[] }[];
  /** Commands that people may issue and that have no address yet. */
  readonly unserved: readonly string[];
  /** Codes of the business in the table of problems, but those that only commands without an address answer. */
  readonly businessCodes: readonly string[];
  /** Texts of the specs beside the deciders. */
  readonly specs: readonly string[];
  readonly events: readonly { readonly type: string; readonly version: number; readonly context: string }[];
  /** `incentives/ClaimApproved.v1.json` */
  readonly goldens: readonly string[];
  /** The text of each context's page in docs/events. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Every gap, in words for whoever made it. */
export function gapsIn(registry: Registry): readonly string[] {
  return [...commandGaps(registry), ...staleRows(registry), ...eventGaps(registry)];
}

function commandGaps({ commands, permissions, modules, operations, unserved, specs }: Registry): readonly string[] {
  const served = new Set(operations.map(({ command }) => command));
  return commands.flatMap(({ name, context }) => {
    const roles = permissions[name];
    // What only the system issues (a reaction, a deadline) goes to its mailbox without the bus.
    const forPeople = roles?.some((role) => role !== 'service') === true && !unserved.includes(name);
    return [
      ...(roles === undefined ? [`${name} has no row in permissions.ts`] : []),
      ...(roles?.join() === 'service' || isOnBus(modules[context], name)
        ? []
        : [`${name} is not on the bus of ${context}`]),
      ...(forPeople && !served.has(name) ? [`${name} has no operation in openapi.json`] : []),
      ...(specs.some((text) => tellsOrder(text, name)) ? [] : [`${name} has no spec of how it says no`]),
    ];
  });
}

/** In the list that a module hands to `commandHandlers`, not only in its imports. */
function isOnBus(module: string | undefined, name: string): boolean {
  return new RegExp(`commandHandlers\\(\\{[^}]*\\b${name}\\b`).test(module ?? '');
}

/** `it('Name says no …')`, or `it('says no …')` in a `describe('Name', …)` or `describe('Name and Other', …)`. */
function tellsOrder(spec: string, name: string): boolean {
  if (spec.includes(`'${name} says no `)) return true;
  const title = new RegExp(`^'[^']*\\b${name}\\b`);
  return spec.split(/^describe\(/m).some((block) => title.test(block) && /'[^']*\bsays no /.test(block));
}

function staleRows({ commands, permissions, operations, unserved, businessCodes }: Registry): readonly string[] {
  const known = new Set(commands.map(({ name }) => name));
  const served = new Set(operations.map(({ command }) => command));
  const promised = new Set(operations.flatMap(({ codes }) => codes));
  return [
    ...Object.keys(permissions)
      .filter((name) => !known.has(name))
      .map((name) => `permissions.ts has a row for ${name}, which no decider knows`),
    ...[...served]
      .filter((name) => !known.has(name))
      .map((name) => `an operation issues ${name}, which no decider knows`),
    ...unserved.filter((name) => served.has(name)).map((name) => `${name} has an operation and is listed as unserved`),
    ...businessCodes.filter((code) => !promised.has(code)).map((code) => `no operation promises ${code}`),
  ];
}

function eventGaps({ events, goldens, pages }: Registry): readonly string[] {
  return events.flatMap(({ type, version, context }) => {
    const versions = Array.from({ length: version }, (_, i) => `${context}/${type}.v${i + 1}.json`);
    return [
      ...versions.filter((file) => !goldens.includes(file)).map((file) => `${file} is missing in events/golden`),
      ...(pages[context]?.includes(`\n## ${type}\n`) === true ? [] : [`${type} is not in docs/events/${context}.md`]),
    ];
  });
}
