import type { Type } from '@nestjs/common';
import { applyDecorators, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntityEndpoint, entityParameters } from './entity/entity-endpoint';
import type { EntityRead } from './entity/entity-read';
import { describeEntity, describeFile, describePage } from './openapi/describe-reads';
import { TableEndpoint } from './table/table-endpoint';
import type { TableRead } from './table/table-read';

/** The addresses of a declared table: its pages and its file. */
export function tableController(table: TableRead<object>): Type {
  @Controller()
  class TableController {
    constructor(@Inject(TableEndpoint) private readonly tables: TableEndpoint) {}

    @applyDecorators(Get(table.path), describePage(table))
    page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      return this.tables.page(table, request, reply);
    }

    @applyDecorators(Get(`${table.path}.csv`), describeFile(table))
    file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      return this.tables.file(table, request, reply);
    }
  }
  return TableController;
}

/** The address of a declared thing. */
export function entityController(read: EntityRead<object, object>): Type {
  @Controller(read.path)
  class EntityController {
    constructor(@Inject(EntityEndpoint) private readonly entities: EntityEndpoint) {}

    @applyDecorators(Get(read.part === undefined ? ':id' : `:id/${read.part}`), describeEntity(read, entityParameters))
    read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      return this.entities.answer(read, request, reply);
    }
  }
  return EntityController;
}
