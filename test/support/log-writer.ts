import { makeLogger } from '../../apps/api/ops/logging';

/** Writes a line of the request log and then ends, or does not: `log-writer.ts exit|throw|stay`. */
const how = process.argv[2];
const log = makeLogger();
log.info('written');
if (how === 'exit') process.exit(3);
if (how === 'throw') throw new Error('a fault that nobody caught');
setInterval(() => undefined, 1_000);
