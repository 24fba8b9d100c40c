// Drives Apollo Client against a server and prints what it saw as JSON.
//   node apollo.mjs http://127.0.0.1:5000/graphql
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const url = process.argv[2];
const requests = [];
const http = (options) => new HttpLink({
  uri: url,
  fetch: async (uri, init) => {
    const response = await fetch(uri, init);
    requests.push({ method: init.method, status: response.status, type: response.headers.get('content-type'), bytes: init.body?.length ?? 0 });
    return response;
  },
  ...options,
});
const make = (link, incrementalHandler) => new ApolloClient({ link, cache: new InMemoryCache(), incrementalHandler, defaultOptions: { query: { fetchPolicy: 'no-cache', errorPolicy: 'all' } } });
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

function collect(observable) {
  return new Promise((resolve, reject) => {
    const results = [];
    observable.subscribe({
      next: ({ data, error }) => results.push(error ? { data, error: error.message } : { data }),
      error: (error) => resolve([...results, { failed: error.message, code: error.errors?.[0]?.extensions?.code }]),
      complete: () => resolve(results),
    });
    setTimeout(() => reject(new Error('Apollo Client has waited for 20 seconds.')), 20_000).unref();
  });
}

async function recorded(work) {
  requests.length = 0;
  const result = await work();
  return { result, requests: requests.map((request) => ({ ...request })) };
}

const client = make(http());
const codes = ({ data, error }) => ({ data, codes: error?.errors?.map(({ extensions }) => extensions.code) ?? [] });
const persisted = (options) => make(ApolloLink.from([new PersistedQueryLink({ sha256, ...options }), http()]));
const twice = (it, query) => recorded(async () => [codes(await it.query({ query })), codes(await it.query({ query }))]);

const deferred = gql`query { hello ... @defer(label: "slow") { later(name: "slow") } }`;
const incremental = (handler) => recorded(() => new Promise((resolve, reject) => {
  const results = [];
  make(http(), handler).watchQuery({ query: deferred, fetchPolicy: 'no-cache' }).subscribe({
    next: ({ data, dataState }) => {
      if (data) results.push({ data, dataState });
      if (dataState === 'complete') resolve(results);
    },
    error: reject,
  });
  setTimeout(() => reject(new Error('Apollo Client has waited for 20 seconds.')), 20_000).unref();
}));

const seen = {
  query: codes(await client.query({ query: gql`query ($n: String) { hello(name: $n) }`, variables: { n: 'you' } })),
  partial: codes(await client.query({ query: gql`{ hello fail }` })),
  invalid: codes(await client.query({ query: gql`{ nothing }` })),
  mutation: await client.mutate({ mutation: gql`mutation { count }` }),
  byGet: await recorded(async () => codes(await make(http({ useGETForQueries: true })).query({ query: gql`{ hello }` }))),
  persisted: await twice(persisted({}), gql`{ persisted: hello }`),
  persistedByGet: await twice(persisted({ useGETForHashedQueries: true }), gql`{ persistedByGet: hello }`),
  subscription: await recorded(() => collect(client.subscribe({ query: gql`subscription { countTo(to: 3) }` }))),
  invalidSubscription: await collect(client.subscribe({ query: gql`subscription { nothing }` })),
};
seen.defer = await incremental(new GraphQL17Alpha9Handler());
seen.deferByPath = await incremental(new Defer20220824Handler());

console.log(JSON.stringify(seen));
process.exit(0);
