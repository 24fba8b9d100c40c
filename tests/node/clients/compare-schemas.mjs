// Compares pairs { old, new } of schemas given as JSON lines, and answers each with the changes that graphql-inspector and the reference
// implementation find:
// { inspector: [{ impact, path }], reference: [{ impact, type, description }] }; null where one of them cannot read a schema.
import { createInterface } from 'node:readline';
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import * as reference from '../node_modules/graphql/index.mjs';

const impacts = { BREAKING: 'Breaking', DANGEROUS: 'Dangerous', NON_BREAKING: 'Safe' };
for await (const line of createInterface({ input: process.stdin })) {
  const pair = JSON.parse(line);
  let inspected, found;
  try {
    inspected = await diff(buildSchema(pair.old), buildSchema(pair.new));
    found = reference.findSchemaChanges(reference.buildSchema(pair.old), reference.buildSchema(pair.new));
  } catch {
    console.log('null');
    continue;
  }

  console.log(JSON.stringify({
    inspector: inspected.map(({ criticality, path }) => ({ impact: impacts[criticality.level], path: path ?? '' })),
    // A standard scalar that nothing refers to any more is still there for every client.
    reference: found.filter(({ description }) => !description.startsWith('Standard scalar')).map(({ type, description }) => ({
      impact: type in reference.BreakingChangeType ? 'Breaking' : type in reference.DangerousChangeType ? 'Dangerous' : 'Safe',
      type,
      description,
    })),
  }));
}
