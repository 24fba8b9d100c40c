// Asks one question with npm's graphql-ws and prints the result.
//   node clients/ask-over-websocket.mjs ws://127.0.0.1:5000/graphql '{"Authorization":"Bearer key"}' '{ hello }'
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, connectionParams, query] = process.argv.slice(2);
const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: JSON.parse(connectionParams), retryAttempts: 0 });
for await (const result of client.iterate({ query })) console.log(JSON.stringify(result));
await client.dispose();
