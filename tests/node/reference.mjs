// Answers questions { ask, text } given as JSON lines with { value } as the reference implementation makes it, or { error } where it refuses.
import { createInterface } from 'node:readline';
import { assertValidSchema, buildASTSchema, parse, print, printSchema } from 'graphql';

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
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, text } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ value: answers[ask](text) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
