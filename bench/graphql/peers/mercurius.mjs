// mercurius with its just-in-time compiler from the first request on: the fastest HTTP server of Node.js that we know.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { context, schemaWith } from './schema.mjs';

const server = Fastify();
server.register(mercurius, { schema: schemaWith(), context, jit: 1, path: '/graphql' });
await server.listen({ host: '127.0.0.1', port: +process.env.PORT });
