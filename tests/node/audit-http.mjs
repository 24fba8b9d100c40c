// Runs the GraphQL over HTTP audits of npm's graphql-http against a server and prints one JSON array of verdicts.
//   node audit-http.mjs http://127.0.0.1:5000/graphql
import { auditServer } from 'graphql-http';

const verdicts = await auditServer({ url: process.argv[2] });
console.log(JSON.stringify(verdicts.map(({ id, name, status, reason }) => ({ id, name, status, reason: reason ?? null }))));
