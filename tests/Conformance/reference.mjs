// Asks the reference implementation: a JSON array of { ask, text } on standard input, an array of answers on standard output.
// First argument: the directory whose node_modules hold it.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { parse, print, buildASTSchema, printSchema, assertValidSchema } = createRequire(`${process.argv[2]}/`)('graphql');

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
  print: (text) => print(parse(text)),
  // Only valid schemas are compared: ours keeps what is faulty in its syntax nodes, where printing does not look.
  printSchema: (text) => {
    const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
    assertValidSchema(schema);
    return printSchema(schema);
  },
};

const questions = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(questions.map(({ ask, text }) => {
  try {
    return { value: answers[ask](text) };
  } catch (error) {
    return { error: String(error) };
  }
})));
