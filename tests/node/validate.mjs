// Reads cases {sdl, document} as JSON lines and answers each with the errors that the reference implementation finds.
import { createInterface } from 'node:readline';
import { buildSchema, parse, validate } from 'graphql';

// So many that neither side leaves errors out, since which ones would depend on their order.
const maxErrors = 10_000;
const schemas = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { sdl, document } = JSON.parse(line);
  if (!schemas.has(sdl)) schemas.set(sdl, buildSchema(sdl));
  const errors = validate(schemas.get(sdl), parse(document), undefined, { maxErrors });
  console.log(JSON.stringify(errors.map(({ message, locations }) => ({ message, locations: locations ?? [] }))));
}
