/** What the types say of every event: its words and fields, and which commands write it. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../prepare.mjs';

// Loaded by the generator alone, after everything is installed.
const ts = createRequire(import.meta.url)('typescript');

function programOf() {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const contexts = ts.sys.readDirectory(path.join(root, 'libs/contexts'), ['.context.ts']);
  return ts.createProgram(contexts, options);
}

/** The sources of one stop of every context. */
function sourcesOf(program, stop) {
  const inStop = new RegExp(`/libs/contexts/([^/]+)/${stop}/`);
  return program.getSourceFiles().flatMap((source) => {
    const context = inStop.exec(source.fileName)?.[1];
    return context === undefined ? [] : [{ source, context }];
  });
}

const docOf = (symbol, checker) =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ');

function fieldsOf(type, checker) {
  return type.getProperties().map((member) => {
    const declaration = member.declarations[0];
    // As it is written in the source, for `Cents` says more than `number`.
    const written = declaration.type?.getText() ?? checker.typeToString(checker.getTypeOfSymbol(member));
    const isOptional = (member.flags & ts.SymbolFlags.Optional) !== 0;
    return { name: member.name, type: written.replace(/\s+/g, ' '), isOptional, doc: docOf(member, checker) };
  });
}

/**
 * { name, context, file, doc, fields } of every interface beside the event types: `ClaimApprovedData` tells of the event
 * ClaimApproved, the others of what several events carry.
 */
function readInterfaces(program, checker) {
  return sourcesOf(program, 'events').flatMap(({ source, context }) =>
    source.statements.filter(ts.isInterfaceDeclaration).map(({ name }) => ({
      name: name.text,
      context,
      file: path.relative(root, source.fileName),
      doc: docOf(checker.getSymbolAtLocation(name), checker),
      fields: fieldsOf(checker.getTypeAtLocation(name), checker),
    })),
  );
}

/** The literal `type`s of the events that an `Answer<…>` may hold. */
function eventsInAnswer(answer, checker) {
  const [events] = answer.aliasTypeArguments ?? [];
  if (events === undefined) return [];
  return (events.isUnion() ? events.types : [events]).flatMap((event) => {
    const type = checker.getTypeOfSymbol(event.getProperty('type'));
    return (type.isUnion() ? type.types : [type]).filter((one) => one.isStringLiteral()).map(({ value }) => value);
  });
}

/** Event type → names of the commands whose decision may make it: from `{ name: 'ApproveClaim', decide: approveClaim }`. */
function readWriters(program, checker) {
  const writers = new Map();
  const visit = (node) => {
    ts.forEachChild(node, visit);
    if (!ts.isObjectLiteralExpression(node)) return;
    const member = (name) => node.properties.find((one) => one.name?.getText() === name);
    const [name, decide] = [member('name')?.initializer, member('decide')];
    if (decide === undefined || name === undefined || !ts.isStringLiteral(name)) return;
    const decides = checker.getTypeOfSymbolAtLocation(checker.getSymbolAtLocation(decide.name), decide);
    for (const signature of decides.getCallSignatures()) {
      for (const type of eventsInAnswer(signature.getReturnType(), checker)) {
        writers.set(type, new Set([...(writers.get(type) ?? []), name.text]));
      }
    }
  };
  for (const { source } of sourcesOf(program, 'decide')) visit(source);
  return writers;
}

export function readSources() {
  const program = programOf();
  const checker = program.getTypeChecker();
  return { interfaces: readInterfaces(program, checker), writers: readWriters(program, checker) };
}
