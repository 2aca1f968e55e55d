import type { FastifyInstance } from 'fastify';

interface Address {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Which methods each address knows. Fastify answers 404 to a wrong method; HTTP wants 405 with `Allow` (RFC 9110 15.5.6). */
export class MethodIndex {
  private readonly addresses = new Map<string, Address>();

  /** Takes note of every route that is registered from now on. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      const address = this.addresses.get(url) ?? { pattern: patternOf(url), methods: new Set() };
      for (const one of [method].flat()) address.methods.add(one.toUpperCase());
      this.addresses.set(url, address);
    });
  }

  /** The methods that a path knows, for `Allow`; undefined when there is nothing at it. */
  allowed(path: string): string | undefined {
    const methods = new Set<string>();
    for (const address of this.addresses.values()) {
      if (address.pattern.test(path)) for (const method of address.methods) methods.add(method);
    }
    return methods.size === 0 ? undefined : [...methods, 'OPTIONS'].sort().join(', ');
  }
}

function patternOf(url: string): RegExp {
  const steps = url.split('/').map((step) => {
    if (step.startsWith(':')) return '[^/]{1,100}';
    return step === '*' ? '.*' : step.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${steps.join('/')}$`);
}
