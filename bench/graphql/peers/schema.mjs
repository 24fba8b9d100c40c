// The benchmark's schema for servers of Node.js: the same types and values as Server/Catalogue.cs.
import { makeExecutableSchema } from '@graphql-tools/schema';
import DataLoader from 'dataloader';

const typeDefs = `
  type Query { hello: String! items: [Item!]! }
  type Mutation { burst(count: Int!, intervalMs: Int!): Int! }
  type Subscription { tick: Tick! }
  type Item {
    id: ID! name: String! sku: String! description: String price: Float! quantity: Int! active: Boolean! createdAt: String!
    parts: [Part!]!
    owner: Owner
  }
  type Part { id: ID! name: String! weight: Float! }
  type Owner { id: ID! name: String! email: String! }
  type Tick { seq: Int! sentAt: Float! payload: String! }
`;

const count = (length, make) => Array.from({ length }, (_, index) => make(index));

const items = count(100, (i) => ({
  id: `${i}`,
  name: `Item ${i}`,
  sku: `SKU-${1000 + i}`,
  description: `Description of item number ${i}`,
  price: i * 1.25,
  quantity: i % 17,
  active: i % 2 === 0,
  createdAt: '2026-01-01T00:00:00Z',
  ownerId: `${i % 20}`,
  parts: count(3, (part) => ({ id: `${i}-${part}`, name: `Part ${part} of ${i}`, weight: part + 0.5 })),
}));

const owners = new Map(count(20, (i) => [`${i}`, { id: `${i}`, name: `Owner ${i}`, email: `owner${i}@example.com` }]));

export const context = () => ({ owners: new DataLoader(async (ids) => ids.map((id) => owners.get(id) ?? null)) });

export const schemaWith = (resolvers = {}) => makeExecutableSchema({
  typeDefs,
  resolvers: {
    Query: { hello: () => 'world', items: () => items },
    Item: { owner: (item, _, { owners: loader }) => loader.load(item.ownerId) },
    ...resolvers,
  },
});
