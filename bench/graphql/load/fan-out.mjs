// node fan-out.mjs SOCKETS EVENTS INTERVAL_MS NAME=PORT…
// Opens that many graphql-transport-ws sockets with one subscription each, has the server publish a burst, and counts every
// delivery. Servers take turns in one run. One line of JSON per server: deliveries per second, from the first event's publishing to the
// last delivery, and latency in milliseconds.
import { createRequire } from 'node:module';

const { WebSocket } = createRequire(new URL('../peers/package.json', import.meta.url))('ws');
const [sockets, events, interval, ...servers] = process.argv.slice(2);
const now = () => performance.timeOrigin + performance.now();

async function measure(name, port) {
  const address = `127.0.0.1:${port}/graphql`;
  const latencies = new Float64Array(sockets * events);
  let received = 0, failed = 0, first = 0, last = 0, finish;
  const finished = new Promise((resolve) => { finish = resolve; });
  const query = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { tick { seq sentAt payload } }' } });

  const open = () => new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${address}`, 'graphql-transport-ws', { perMessageDeflate: false });
    socket.on('error', reject);
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const message = JSON.parse(data);
      switch (message.type) {
        case 'connection_ack': socket.send(query); resolve(socket); break;
        case 'ping': socket.send('{"type":"pong"}'); break;
        case 'next': {
          last = now();
          const sentAt = message.payload.data?.tick?.sentAt;
          first ||= sentAt;
          if (sentAt === undefined) failed++;
          else latencies[received++] = last - sentAt;
          if (received === latencies.length) finish();
          break;
        }
        default: failed++;
      }
    });
  });

  const opened = [];
  while (opened.length < sockets)
    opened.push(...await Promise.all(Array.from({ length: Math.min(50, sockets - opened.length) }, open)));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await fetch(`http://${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `mutation { burst(count: ${events}, intervalMs: ${interval}) }` }),
  }).then((response) => response.text());
  await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, events * interval + 30000))]);
  for (const socket of opened) socket.terminate();

  const sorted = latencies.subarray(0, received).sort();
  const quantile = (part) => sorted[Math.min(received - 1, Math.floor(received * part))] ?? null;
  return {
    name, received, expected: latencies.length, failed,
    perSecond: Math.round(received / ((last - first) / 1000)), p50: quantile(0.5), p99: quantile(0.99),
  };
}

for (const server of servers) {
  const [name, port] = server.split('=');
  console.log(JSON.stringify(await measure(name, port)));
}
