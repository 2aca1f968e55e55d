import { ApplyImport } from '#contexts/imports/commands/apply-import';
import { ReceiveImport } from '#contexts/imports/commands/receive-import';
import { present } from '#kernel/assert/assert';
import { digestOf, sha256 } from '#kernel/codec/digest';
import { notFound } from '#kernel/decider/answer';
import { isEntityId } from '#kernel/ids/entity-id';
import { Requested } from '#kernel/requested/requested';
import { BlobStore } from '#platform/blobs/port/blob-store';
import type { KnownImport } from '#platform/imports/find-import';
import type { Plan } from '#platform/imports/plan';
import { rejectedFile } from '#platform/imports/rejected-file';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '../openapi/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { Issues } from '../commands/issues';
import { CommandEndpoint, commandRouteOf, contextOf } from '../http/command-endpoint';
import { ProblemError } from '../http/problems';
import { sendJson } from '../http/send';
import { readUpload } from '../http/upload';
import { isUnchanged, revisionTag } from '../reads/etag';
import { readParameters } from '../reads/query/parameter';
import { Applying } from './applying';
import { describeImport, describeRejected } from './describe-imports';
import { importExample } from './examples';
import { IMPORT_PARAMETERS, importParametersOf } from './import-parameters';
import { checkMayImport, Planning } from './planning';

const under = 'v1/imports';

/** Files of rows that become ordinary commands: planned when they come, applied when somebody has seen the plan. */
@ApiTags('imports')
@Controller(under)
export class ImportsController {
  constructor(
    private readonly commands: CommandEndpoint,
    private readonly blobs: BlobStore,
    private readonly planning: Planning,
    private readonly applying: Applying,
  ) {}

  @Issues({
    name: 'ReceiveImport',
    command: ReceiveImport,
    under,
    operationId: 'imports.upload',
    summary: 'Upload a CSV file: what would become of each row, and the hash of that plan',
    answers: 201,
    codes: [
      ...(['UPLOAD_FORM', 'FILE_TOO_LARGE', 'EMPTY_FILE', 'FILE_NOT_CSV', 'FILE_ENCODING', 'FILE_DELIMITER'] as const),
      ...(['FILE_QUOTES', 'FILE_HEADER', 'FILE_TOO_LONG', 'CONTROL_TOTAL'] as const),
    ],
    example: importExample('received'),
    takesFile: true,
    parameters: IMPORT_PARAMETERS,
  })
  async upload(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request, commandRouteOf(request));
    const asked = importParametersOf(request);
    const who = present(request.who, 'the person of an upload');
    checkMayImport(who, asked.kind);
    const file = await readUpload(request);
    const command = Object.assign(new ReceiveImport(), asked, { sha256: sha256(file), bytes: file.length });
    const made = context(digestOf(Requested.payloadOf(command)));
    const { plan } = await this.planning.now({ ...asked, file }, who.personId, request.at);
    if (made.dryRun) {
      sendJson(reply, 200, { ...plan, dryRun: true });
      return;
    }
    // Stored before the event that names it: an event never refers to a file that is not there.
    await this.blobs.put(file);
    const outcome = await this.commands.issue(command, made);
    const stored =
      outcome.kind === 'recorded' ? await this.planning.find(importIdOf(outcome.events[0]), who) : undefined;
    const planned = stored === undefined ? {} : shown(await this.planning.asReceived(stored));
    return this.commands.tell(outcome, 'ReceiveImport', request, reply, { status: 'received', ...planned });
  }

  @Get(':id')
  @describeImport()
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const known = await this.found(request);
    if (isUnchanged(request, reply, revisionTag(known.touched))) return;
    const { importId, receivedBy: _by, ...file } = known.file;
    const status = known.appliedBy.length === 0 ? 'received' : 'applied';
    sendJson(reply, 200, { id: importId, ...file, status, ...shown(await this.planning.asReceived(known)) });
  }

  @Get(':id/rejected.csv')
  @describeRejected()
  async rejected(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const known = await this.found(request);
    const { plan } = await this.planning.asReceived(known);
    const { file } = await this.planning.toPlan(known.file);
    const bytes = Buffer.from(rejectedFile(file, plan));
    const { importId } = known.file;
    reply.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    reply.header('Content-Disposition', `attachment; filename="rejected_${importId}.csv"`);
    reply.header('Content-Digest', `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
    await reply.send(bytes);
  }

  @Issues({
    name: 'ApplyImport',
    command: ApplyImport,
    under,
    at: ':id/apply',
    operationId: 'imports.apply',
    summary: 'Do exactly what was planned',
    answers: 200,
    codes: ['PLAN_CHANGED', 'ROWS_REJECTED', 'ALREADY_APPLIED', 'TEXT_FORMAT'],
    example: importExample('applied'),
  })
  apply(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.applying.answer(request, reply);
  }

  private async found(request: FastifyRequest): Promise<KnownImport> {
    readParameters(request.query, []);
    const { id = '' } = request.params as { readonly id?: string };
    if (!isEntityId('imp', id)) {
      const detail = 'Expected an id like imp_ and 26 characters a–z, 2–7.';
      throw new ProblemError('ID_FORMAT', detail, { errors: [{ parameter: 'id', code: 'ID_FORMAT', detail }] });
    }
    const known = await this.planning.find(id, present(request.who, 'the person of a read'));
    if (known === undefined) throw new ProblemError('NOT_FOUND', notFound.detail);
    return known;
  }
}

/** A plan beside what the import's own events say of the file. */
export const shown = ({ plan }: { readonly plan: Plan }): object => plan;

const importIdOf = (event: { readonly data: object } | undefined): string =>
  (present(event, 'the event of an upload').data as { readonly importId: string }).importId;
