import { InvariantBroken } from '#kernel/assert/assert';

const noCompiler = (): never => {
  throw new InvariantBroken('no route has a schema of Fastify’s: commands and parameters are validated by their own');
};

/** Keeps Fastify from loading its compilers of schemas (Ajv and its kin, a twentieth of a start), which no route uses. */
export const NO_SCHEMAS = { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } };
