// Drives urql against a server and prints what it saw as JSON.
//   node urql.mjs http://127.0.0.1:5000/graphql
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const url = process.argv[2];
const requests = [];
const make = (exchanges, options = {}) => new Client({
  url,
  exchanges: [...exchanges, fetchExchange],
  fetchSubscriptions: true,
  preferGetMethod: false,
  requestPolicy: 'network-only',
  fetch: async (uri, init) => {
    const response = await fetch(uri, init);
    requests.push({ method: init.method, status: response.status, type: response.headers.get('content-type') });
    return response;
  },
  ...options,
});
const plain = ({ data, error, hasNext }) => ({ data, errors: error?.graphQLErrors.map(({ extensions }) => extensions.code) ?? [], network: error?.networkError?.message, hasNext });

async function recorded(work) {
  requests.length = 0;
  const result = await work();
  return { result, requests: requests.map((request) => ({ ...request })) };
}

function all(source) {
  return new Promise((resolve, reject) => {
    const results = [];
    source.subscribe((result) => {
      results.push(plain(result));
      if (!result.hasNext) resolve(results);
    });
    setTimeout(() => reject(new Error('urql has waited for 20 seconds.')), 20_000).unref();
  });
}

const client = make([]);
const multipart = make([], { fetchOptions: { headers: { accept: 'multipart/mixed' } } });
// urql reads streamed lists in the older form alone: in the newer one it takes the list's path for that of an element.
const byPath = make([], { fetchOptions: { headers: { accept: 'text/event-stream;incrementalSpec=v0.1' } } });
const persisted = (options) => make([persistedExchange(options)]);
const twice = (it, query) => recorded(async () => [plain(await it.query(query, {}).toPromise()), plain(await it.query(query, {}).toPromise())]);
const upload = make([], { fetchOptions: { headers: { 'GraphQL-Preflight': '1' } } });

const seen = {
  query: await recorded(async () => plain(await client.query('query ($n: String) { hello(name: $n) }', { n: 'you' }).toPromise())),
  partial: plain(await client.query('{ hello fail }', {}).toPromise()),
  invalid: plain(await client.query('{ nothing }', {}).toPromise()),
  mutation: plain(await client.mutation('mutation { count }', {}).toPromise()),
  upload: plain(await upload.mutation('mutation ($file: Upload!) { upload(file: $file) }', { file: new File(['of a file'], 'note.txt', { type: 'text/plain' }) }).toPromise()),
  persisted: await twice(persisted({ preferGetForPersistedQueries: false }), '{ urql: hello }'),
  persistedByGet: await twice(persisted({ preferGetForPersistedQueries: 'force' }), '{ urqlByGet: hello }'),
  subscription: await recorded(() => all(client.subscription('subscription { countTo(to: 3) }', {}))),
  multipart: await recorded(() => all(multipart.subscription('subscription { countTo(to: 3) }', {}))),
  defer: await recorded(() => all(client.query('query { hello ... @defer { later(name: "slow") } }', {}))),
  stream: await recorded(() => all(byPath.query('query { letters @stream(initialCount: 1) }', {}))),
  deferByParts: await recorded(() => all(multipart.query('query { hello ... @defer { later(name: "slow") } }', {}))),
};

console.log(JSON.stringify(seen));
process.exit(0);
