// Every shape that Relay's compiler looks for: connections that page forwards, backwards and both ways, fragments that are fetched again by
// node id, by the viewer's root, and lists that mutations add to.
import { graphql } from 'react-relay';

graphql`
  fragment fragmentsForward on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" })
  @refetchable(queryName: "fragmentsForwardQuery") {
    raidEncounters(first: $first, after: $after) @connection(key: "fragments_raidEncounters") {
      edges { node { id ...fragmentsNode } }
    }
  }
`;

graphql`
  fragment fragmentsBothWays on Query
  @argumentDefinitions(first: { type: "Int" }, after: { type: "String" }, last: { type: "Int" }, before: { type: "String" })
  @refetchable(queryName: "fragmentsBothWaysQuery") {
    combatLogs(first: $first, after: $after, last: $last, before: $before) @connection(key: "fragments_combatLogs", filters: []) {
      edges { node { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
`;

graphql`
  fragment fragmentsNode on RaidEncounter @refetchable(queryName: "fragmentsNodeQuery") {
    id
    __typename
  }
`;

graphql`
  fragment fragmentsLog on CombatLog @refetchable(queryName: "fragmentsLogQuery") {
    id
    fileName
  }
`;

graphql`
  fragment fragmentsBackwards on CombatLog
  @argumentDefinitions(last: { type: "Int", defaultValue: 5 }, before: { type: "String" })
  @refetchable(queryName: "fragmentsBackwardsQuery") {
    encounters(last: $last, before: $before) @connection(key: "fragments_encounters") {
      edges { node { __typename ... on Node { id } } }
    }
  }
`;

graphql`
  query fragmentsPageQuery($id: ID!) {
    ...fragmentsForward
    ...fragmentsBothWays
    node(id: $id) { __typename ...fragmentsNode @alias ...fragmentsLog @alias ...fragmentsBackwards @alias }
  }
`;
