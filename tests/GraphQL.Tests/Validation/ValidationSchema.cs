using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Tests.Validation;

/// <summary>The schema that all rules are tried on: every kind of type, and pairs of types that differ in one thing.</summary>
internal static class ValidationSchema
{
    public static Schema Instance { get; } = Of("""
        directive @onQuery on QUERY
        directive @onField on FIELD
        directive @onSpread(depth: Int!) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @onVariable on VARIABLE_DEFINITION
        directive @onFragment on FRAGMENT_DEFINITION
        directive @tag(name: String!, priority: Int = 1) repeatable on FIELD
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD

        scalar Instant

        enum School { ARCANE FIRE FROST }

        input Range { from: Int! to: Int! = 10 }

        input Filter { name: String, level: Range, schools: [School!], words: [String], all: [Filter!], since: Instant }

        input Target @oneOf { id: ID, name: String }

        interface Named { name: String! }

        interface Fighter implements Named { name: String! level: Int target: Fighter }

        type Mage implements Fighter & Named {
          name: String!
          level: Int
          target: Fighter
          mana: Int
          health: Int
          power: Int!
          titles: [String]
          familiar: Beast
          spells(school: School, first: Int = 10): [Spell!]!
        }

        type Knight implements Fighter & Named {
          name: String!
          level: Int
          target: Fighter
          armor: Int
          health: Float
          power: Int
          titles: String
          horse: Beast
        }

        type Beast implements Named { name: String! legs: Int owner: Fighter }

        type Spell { name: String! school: School damage(scale: Float! = 1, range: Range): Int }

        union Combatant = Mage | Knight

        union Thing = Spell | Beast

        type Query {
          mage(id: ID!): Mage
          fighter: Fighter
          fighters(where: Filter, limit: Int! = 5): [Fighter!]!
          combatant: Combatant
          thing: Thing
          beast: Beast
          find(target: Target): Fighter
          findAll(targets: [Target!]): [Fighter]
          at(time: Instant): String
          int(value: Int): Int
          float(value: Float): Float
          string(value: String): String
          boolean(value: Boolean): Boolean
          id(value: ID): ID
          school(value: School): School
          list(value: [Int!]): Int
          required(value: Int!, other: Int!): Int
        }

        type Mutation { rename(id: ID!, name: String!): Mage }

        type Subscription { fights(level: Int): Mage deaths: Knight lines: [String] }
        """);

    public static Schema Of(string sdl) => SchemaFromDocument.Build(Parser.ParseDocument(sdl));
}
