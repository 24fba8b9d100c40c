// Executes cases { sdl, document, variables, objects } given as JSON lines with the reference implementation, and answers each with its result,
// or with all its { results } when the case says in which form of incremental delivery.
import { createInterface } from 'node:readline';
import {
  buildSchema, execute, experimentalExecuteIncrementally, isObjectType, legacyExecuteIncrementally, parse, validate,
} from 'graphql';

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

async function* elements(list) {
  for (const element of list) {
    await new Promise((resolve) => setImmediate(resolve));
    yield element;
  }
}

// All results of an execution whose client reads parts.
async function deliver(form, args) {
  const answer = await (form === 'path' ? legacyExecuteIncrementally : experimentalExecuteIncrementally)(args);
  if (!('initialResult' in answer)) return { results: [answer] };
  const results = [answer.initialResult];
  for await (const result of answer.subsequentResults) results.push(result);
  return { results };
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
      case 'stream':
        if (field.throws) throw new Error('thrown');
        return Array.isArray(field.value) ? elements(field.value.map(object)) : object(field.value);
      default:
        if (field.throws) throw new Error('thrown');
        return object(field.value);
    }
  };
}

// Lists that are given up leave promises behind that nobody waits for any more.
process.on('unhandledRejection', () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const { sdl, document, variables, objects, incremental } = JSON.parse(line);
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
  const args = { schema, document: parsed, variableValues: variables };
  const result = invalid.length > 0 ? { invalid: invalid.map(String) } : await (incremental ? deliver(incremental, args) : execute(args));
  console.log(JSON.stringify(result));
}
