import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { localIssuer } from './auth/issuers';
import { networkOf } from './main';
import { ReadsModule } from './reads/reads.module';
import { createServer } from './server';

/** `write-openapi.js FILE`: writes what `/openapi.json` answers, of a server over an empty network. */
async function main(file: string): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'rpn-openapi-'));
  const network = await openEmbedded({ directory });
  try {
    const modules = [ReadsModule.over(network, { cursorKey: randomBytes(32) })];
    const issuer = localIssuer(generateKeyPairSync('ed25519').publicKey);
    const server = await createServer(networkOf(network), { issuer, modules, log: pino({ level: 'silent' }) });
    const { body } = await server.app.inject({ method: 'GET', url: '/openapi.json' });
    await server.stop();
    writeFileSync(file, `${JSON.stringify(JSON.parse(body), null, 2)}\n`);
  } finally {
    await network.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

void main(process.argv[2] ?? 'openapi.json');
