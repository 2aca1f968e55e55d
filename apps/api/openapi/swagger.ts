import type * as swagger from '@nestjs/swagger';

export type Swagger = typeof swagger;
type Put = (loaded: Swagger) => void;
type Later<Name extends keyof Swagger> = Swagger[Name] extends (...args: infer Args) => unknown
  ? (...args: Args) => MethodDecorator & ClassDecorator
  : never;

/** In the order in which they were written, which is the order in which Swagger would have met them. */
const waiting: Put[] = [];

export const ApiBody = later('ApiBody');
export const ApiConsumes = later('ApiConsumes');
export const ApiExtension = later('ApiExtension');
export const ApiHeader = later('ApiHeader');
export const ApiOperation = later('ApiOperation');
export const ApiParam = later('ApiParam');
export const ApiQuery = later('ApiQuery');
export const ApiResponse = later('ApiResponse');
export const ApiTags = later('ApiTags');

/** Loads Swagger, and lets it know everything that was said so far: before a document is made. */
export async function loadSwagger(): Promise<Swagger> {
  const loaded = await import('@nestjs/swagger');
  for (const put of waiting.splice(0)) put(loaded);
  return loaded;
}

/**
 * Swagger's decorator of a name, put off until Swagger is loaded. It and what it brings (four hundred files) took a fifth
 * of a start, and are wanted only by whoever asks for the API's description.
 */
function later<Name extends keyof Swagger>(name: Name): Later<Name> {
  const decorator =
    (...args: never[]) =>
    (...place: Parameters<MethodDecorator>): void => {
      waiting.push((loaded) => {
        (loaded[name] as (...args: never[]) => MethodDecorator)(...args)(...place);
      });
    };
  return decorator as unknown as Later<Name>;
}
