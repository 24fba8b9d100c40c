// Drives npm's graphql-sse against a server, in the mode that is asked for, and prints what it saw as JSON.
//   node sse.mjs http://127.0.0.1:5000/graphql distinct|single
import { createClient } from 'graphql-sse';

const [url, mode] = process.argv.slice(2);
const client = createClient({ url, singleConnection: mode === 'single', retryAttempts: 0 });

async function all(request) {
  const results = [];
  for await (const result of client.iterate(request)) results.push(result);
  return results;
}

const failure = async (request) => {
  try {
    return await all(request);
  } catch (error) {
    return { status: error.response?.status };
  }
};

// Something open all the while, so that single-connection mode has one stream for everything.
const silence = client.iterate({ query: 'subscription { silence }' });
const pending = silence.next();

const seen = {
  query: await all({ query: 'query ($n: String) { hello(name: $n) }', variables: { n: 'you' } }),
  mutation: await all({ query: 'mutation { count }' }),
  subscription: await all({ query: 'subscription { countTo(to: 3) }' }),
  atOnce: await Promise.all([1, 2, 3].map((to) => all({ query: `subscription { countTo(to: ${to}) }` }))),
  invalid: await failure({ query: '{ nothing }' }),
};

// Leaving an iteration ends its operation on the server.
await silence.return();
await pending.catch(() => {});
console.log(JSON.stringify(seen));
