// Answers questions { ask, text } given as JSON lines with { value } as the reference implementation makes it, or { error } where it refuses.
import { createInterface } from 'node:readline';
import {
  assertValidSchema, buildASTSchema, buildSchema, getVariableValues, graphqlSync, introspectionFromSchema, parse, print, printSchema, validateSchema,
} from 'graphql';
import { validateSDL } from './node_modules/graphql/validation/validate.js';

// Each error by its places, in any order.
const places = (errors) => JSON.stringify(errors.map(({ locations }) => ({ locations: locations ?? [] })));

const answers = {
  // The place of the first error; the text is not trusted to be GraphQL.
  parse: (text) => {
    try {
      parse(text);
      return 'parses';
    } catch (error) {
      const [{ line, column }] = error.locations;
      return `fails at ${line}:${column}`;
    }
  },
  print: (text) => print(parse(text, { experimentalFragmentArguments: true })),
  // Only valid schemas are compared: ours keeps what is faulty in its syntax nodes, where printing does not look.
  printSchema: (text) => {
    const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
    assertValidSchema(schema);
    return printSchema(schema);
  },
  validateSDL: (text) => places(validateSDL(parse(text))),
  validateSchema: (text) => places(validateSchema(buildASTSchema(parse(text), { assumeValidSDL: true }))),
  introspect: (text) => JSON.stringify(introspectionFromSchema(buildSchema(text), {
    specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
    experimentalDirectiveDeprecation: false,
  })),
  // Any query of introspection, since data comes from nowhere.
  execute: (text) => {
    const { sdl, query } = JSON.parse(text);
    return JSON.stringify(graphqlSync({ schema: buildSchema(sdl), source: query }));
  },
  variables: (text) => {
    const { sdl, document, inputs } = JSON.parse(text);
    const { errors, variableValues } = getVariableValues(
      buildSchema(sdl), parse(document).definitions[0].variableDefinitions, inputs, { maxErrors: 10_000 });
    return JSON.stringify(errors ? { refused: true } : { coerced: variableValues.coerced });
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, text } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ value: answers[ask](text) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
