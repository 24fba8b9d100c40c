// graphql-yoga over HTTP and graphql-ws over WebSocket: the usual server of subscriptions.
import { createServer } from 'node:http';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { context, schemaWith } from './schema.mjs';

const topics = createPubSub();

const burst = (_, { count, intervalMs }) => {
  let sequence = 0;
  const publish = () => {
    topics.publish('tick', { seq: sequence, sentAt: performance.timeOrigin + performance.now(), payload: 'x' });
    if (++sequence < count) setTimeout(publish, intervalMs);
  };
  setTimeout(publish, 10);
  return count;
};

const schema = schemaWith({
  Mutation: { burst },
  Subscription: { tick: { subscribe: () => topics.subscribe('tick'), resolve: (event) => event } },
});
const server = createServer(createYoga({ schema, context, logging: false, graphiql: false, landingPage: false }));
useServer({ schema, context }, new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false }));
server.listen(+process.env.PORT, '127.0.0.1');
