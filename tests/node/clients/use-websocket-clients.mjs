// Uses a server as applications do, with npm's graphql-ws and subscriptions-transport-ws, and prints what each of them saw as one JSON object.
//   node clients/use-websocket-clients.mjs ws://127.0.0.1:5000/graphql
import { createClient } from 'graphql-ws';
import { SubscriptionClient } from 'subscriptions-transport-ws';
import WebSocket from 'ws';

const url = process.argv[2];
const seen = {};
const options = { url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { name: 'Ada' } };

// Everything an operation gives, and how it ends.
const follow = (client, query, variables) => new Promise((resolve) => {
  const results = [];
  client.subscribe({ query, variables }, {
    next: (result) => results.push(result),
    error: (error) => resolve({ results, error: Array.isArray(error) ? error.map(({ extensions }) => extensions.code) : error.code }),
    complete: () => resolve({ results, completed: true }),
  });
});

// Connects with the first operation, and leaves after the last.
const lazy = createClient({ ...options, lazy: true });
seen.query = await follow(lazy, '{ hello caller }');
seen.mutation = await follow(lazy, 'mutation { count }');
seen.subscription = await follow(lazy, 'subscription ($to: Int!) { countTo(size: $to) }', { to: 3 });
seen.invalid = await follow(lazy, '{ unknown }');
seen.syntax = await follow(lazy, '{');
await lazy.dispose();

// Connects at once, pings, and keeps the connection between operations.
let connections = 0;
const pong = new Promise((resolve) => {
  const eager = createClient({
    ...options,
    lazy: false,
    keepAlive: 20,
    on: { connected: () => { connections += 1; }, pong: (received) => { if (received) resolve(eager); } },
  });
});
const eager = await pong;
await follow(eager, '{ hello }');
await follow(eager, '{ hello }');
seen.connections = connections;
await eager.dispose();

// Ends a subscription that would go on, and another begins beside it.
const parallel = createClient(options);
const endless = parallel.iterate({ query: 'subscription { flood(size: 10) }' });
seen.endless = [(await endless.next()).value.data.flood, (await endless.return()).done];
seen.many = (await Promise.all(Array.from({ length: 50 }, () => follow(parallel, '{ hello }')))).filter(({ completed }) => completed).length;
await parallel.dispose();

// Loses its connection, and takes the subscription up again by itself.
let sockets = 0;
let socket;
const reconnecting = createClient({
  ...options,
  retryAttempts: 3,
  retryWait: () => Promise.resolve(),
  shouldRetry: () => true,
  on: { opened: (opened) => { sockets += 1; socket = opened; } },
});
const again = reconnecting.iterate({ query: 'subscription { flood(size: 1) }' });
await again.next();
socket.terminate();
while (sockets < 2) await again.next();
seen.reconnected = (await again.next()).value.data.flood;
await again.return();
await reconnecting.dispose();

// Is not let in.
const rejected = createClient({ ...options, connectionParams: {} });
seen.rejected = await follow(rejected, '{ hello }');
await rejected.dispose();

// The predecessor.
const legacy = new SubscriptionClient(url, { reconnect: false, connectionParams: { name: 'Bob' } }, WebSocket);
const request = (query, count) => new Promise((resolve) => {
  const results = [];
  const subscription = legacy.request({ query }).subscribe({
    next: (result) => {
      results.push(result);
      if (results.length === count) {
        subscription.unsubscribe();
        resolve({ results });
      }
    },
    error: (error) => resolve({ results, error: error.message !== undefined }),
    complete: () => resolve({ results, completed: true }),
  });
});
seen.legacyQuery = await request('{ hello caller }');
seen.legacySubscription = await request('subscription { countTo(size: 2) }');
seen.legacyStopped = (await request('subscription { flood(size: 1) }', 3)).results.length;
seen.legacyInvalid = await request('{ unknown }');
legacy.close();
console.log(JSON.stringify(seen));
