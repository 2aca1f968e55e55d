import { applyDecorators, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { CommandRoute } from '../auth/route-access';
import { CommandPipe } from '../http/command-pipe';
import { describeCommand } from '../openapi/describe-command';
import type { Issue } from './issue';

/** Makes a handler the address of a command: POST, its permission, its pipe, its description. */
export function Issues(issue: Issue): MethodDecorator {
  const { name, command, under, at = '', takesFile, triedAs, twoPeople, parameters = [] } = issue;
  const path = at === '' ? `/${under}` : `/${under}/${at}`;
  const route: CommandRoute = {
    name,
    path,
    pipe: new CommandPipe(command),
    parameters: parameters.map((parameter) => parameter.name),
    ...(triedAs === undefined ? {} : { triedAs: { name: triedAs.name, path, pipe: new CommandPipe(triedAs.command) } }),
    ...(twoPeople === true ? { twoPeople } : {}),
  };
  return applyDecorators(
    Post(at),
    RouteConfig({ command: route, ...(takesFile === undefined ? {} : { takesFile }) }),
    describeCommand(issue),
  );
}
