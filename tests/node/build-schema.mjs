// Reads the schema that a server gives a caller as text, as code generators do, and prints the names of the directives applied in it.
// node build-schema.mjs http://127.0.0.1:5000/graphql?sdl "Roles ADMIN"
import { buildSchema, parse, printSchema, validateSchema, visit } from 'graphql';

const response = await fetch(process.argv[2], { headers: process.argv[3] ? { authorization: process.argv[3] } : {} });
const text = await response.text();
const schema = buildSchema(text);
const errors = validateSchema(schema);
if (errors.length > 0) throw new Error(errors.join('\n'));
printSchema(schema);
const applied = new Set();
visit(parse(text), { Directive: (node) => void applied.add(node.name.value) });
console.log([...applied].sort().join(' '));
