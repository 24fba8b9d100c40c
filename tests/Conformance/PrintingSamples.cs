namespace Conformance;

/// <summary>What printers get wrong: line breaking, nesting of it, quotes and white space at the ends of strings, empty things.</summary>
internal static class PrintingSamples
{
    public static IReadOnlyList<string> Documents { get; } =
    [
        "{f(a:{}, b:[], c:[[]], d:{e:{}})}",
        "{alias: field(first: 1000000000000000000000, second: \"aaaaaaaaaaaaaaaaaaaaaaa\", third: [1,2,3], more: 1) { x }}",
        "{field(list: [\"aaaaaaaaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbbbbbbbbbbbbb\", \"cccccccccccccccccccccc\", \"d\"])}",
        "{field(a: {b: {c: {d: [\"aaaaaaaaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbbbbbbbbbbbbb\", \"cccccccccccccccccccccc\", {e: \"dddddddddddd\"}]}}})}",
        "{a(b: \"\"\"\n  block\n    string\n  \"\"\", c: {d: \"\"\"\n  one\n two\n \"\"\"}) @e(f: \"\"\"x\ny\"\"\")}",
        "query ($a: Int = 1, \"described\" $b: [T!]! = [1] @d) { f @include(if: $a) @skip(if: $b) }",
        "query Q($long: [String!] = [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\", \"ccccccccccccccc\"]) @d { f }",
        "\"Why\" query { f } \"\"\"Block\"\"\" mutation M { f } \"x\" fragment F on T @d { f }",
        "{ ... @include(if: true) { a } ... on T { b } ...F @d ... { c } }",
        "query @d { a }",
        "subscription { a }",
        "{ a(s: \"\\u0007 \\\" \\\\ \\u007f \\u0085 \\u{1F600} \\n\") }",
        "\"\"\"ends in \\\"\"\" \"\"\" type A \"\"\"ends in quote\\\"\"\"\"\"\" type B \"\"\"back\\ \"\"\" type C \"\"\"\"\"\" type D",
        "\"\"\" leading space\"\"\" scalar A \"\"\"\n\n  a\n    b\n\n\"\"\" scalar B \"\"\"a\n  b\n\n  c\"\"\" scalar C",
        "type T { \"d\" f(\"x\" a: Int, b: [Int] = [1] @d): T @e g(a: Int = {b: 1}, c: S = \"\"\"a\nb\"\"\"): T h(a: A, b: B): T }",
        "interface A implements & B & C @d { f: T } union U @d = | A | B enum E @d { \"v\" A @d B } input I @d { \"f\" a: Int = 1 @d b: T }",
        "\"d\" schema @d { query: Q mutation: M } extend schema @d extend schema { subscription: S } extend scalar S @d extend enum E { A }",
        "\"d\" directive @d(\"a\" a: Int = 1, b: T) repeatable on | FIELD | QUERY directive @e on FIELD",
        "extend type T implements A & B extend interface T @d { f: T } extend union U = A extend input I { a: Int } extend type T @d",
        "type Empty union None enum Nothing input Hollow interface Bare",
    ];

    public static IReadOnlyList<string> Schemas { get; } =
    [
        "\"d\" schema { query: Query } type Query { a: Int }",
        "schema { query: Q mutation: M subscription: S } type Q { a: Int } type M { a: Int } type S { a: Int }",
        "type Query { \"one\" a(x: Int = 1, y: [String!] = [\"a\", null], z: I = {a: 1, b: {}}): Int \"two\" b(\"arg\" x: Int \"\"\"more\nlines\"\"\" y: Int): Int } input I { a: Int b: I }",
        "type Query { a: Int @deprecated b: Int @deprecated(reason: \"why \\\"so\\\"\") c(x: Int @deprecated(reason: \"\")): Int }",
        "directive @a(x: Int = 1, \"d\" y: Int) repeatable on FIELD | QUERY type Query { a: Int } \"d\" directive @b on FIELD",
        "scalar S @specifiedBy(url: \"https://example.org\") type Query { a: S } input O @oneOf { a: Int \"d\" b: Int @deprecated } enum E { A \"d\" B @deprecated }",
        "\"\"\"\n  has \"\"\" type Query { \"back\\\\\" a: Int \" space\" b: Int \"\" c: Int \"a\\n b\" d: Int \" a\\n b\" e: Int \"\\u0007\" f: Int \"ends \\\"\" g: Int}",
        "interface A { a: Int } interface B implements A { a: Int } type Query implements A & B { a: Int } union U = Query extend type Query { b: Int }",
        "type Query { a(x: Float = 1.0, y: String = \"\"\"block\"\"\", z: ID = 1, e: E = A): Int } enum E { A }",
    ];
}
