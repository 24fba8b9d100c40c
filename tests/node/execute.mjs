// Executes cases { sdl, document, variables, objects } given as JSON lines with the reference implementation, and answers each with its result.
import { createInterface } from 'node:readline';
import { buildSchema, execute, isObjectType, parse, validate } from 'graphql';

// Every key asked for in one turn of the event loop is loaded together.
function makeLoader() {
  let batch = [];
  return (field) => new Promise((resolve, reject) => {
    batch.push({ field, resolve, reject });
    if (batch.length === 1) {
      setImmediate(() => {
        const loads = batch;
        batch = [];
        for (const load of loads) {
          if (load.field.throws) load.reject(new Error('thrown'));
          else load.resolve(load.field.value);
        }
      });
    }
  });
}

function makeResolver(name, objects, load) {
  const object = (value) => (Array.isArray(value) ? value.map(object) : value?.ref === undefined ? value : objects[value.ref]);
  return (source, args) => {
    if (name === 'echo') return JSON.stringify(args);
    const field = (source ?? objects.Query0).fields[name];
    switch (field.mode) {
      case 'task':
        return new Promise((resolve, reject) => setImmediate(() => (field.throws ? reject(new Error('thrown')) : resolve(object(field.value)))));
      case 'loader':
        return load(field).then(object);
      default:
        if (field.throws) throw new Error('thrown');
        return object(field.value);
    }
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { sdl, document, variables, objects } = JSON.parse(line);
  const schema = buildSchema(sdl);
  const load = makeLoader();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) field.resolve = makeResolver(field.name, objects, load);
    } else if ('resolveType' in type) {
      type.resolveType = (value) => value?.type;
    }
  }

  const parsed = parse(document);
  const invalid = validate(schema, parsed);
  const result = invalid.length > 0 ? { invalid: invalid.map(String) } : await execute({ schema, document: parsed, variableValues: variables });
  console.log(JSON.stringify(result));
}
