import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { NO_SCHEMAS } from './no-schemas';

/**
 * Helmet's headers, taken once. The plugin itself builds its middleware anew for every request, which cost more than
 * reading and validating the body; the headers are the same each time.
 */
export async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const probe = fastify({ schemaController: NO_SCHEMAS });
  await probe.register(helmet, {
    contentSecurityPolicy: {
      // No plain-HTTP upgrade: embedded mode serves a loopback address without TLS.
      directives: { 'upgrade-insecure-requests': null, 'img-src': ["'self'", 'data:'] },
    },
  });
  probe.get('/', async () => '');
  const { headers } = await probe.inject('/');
  await probe.close();
  const own = Object.entries(headers).filter(
    ([name]) => !['content-length', 'date', 'connection', 'content-type'].includes(name),
  );
  return { ...(Object.fromEntries(own) as Record<string, string>), 'cache-control': 'no-store' };
}
