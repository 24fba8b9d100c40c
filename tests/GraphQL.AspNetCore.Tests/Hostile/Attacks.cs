using System.Text;
using System.Text.Json;

namespace GraphQL.AspNetCore.Tests.Hostile;

/// <summary>Requests that make a careless server work, remember or answer without end; each by what it does.</summary>
internal static class Attacks
{
    /// <summary>Documents that are refused, with the code that says so.</summary>
    public static readonly Dictionary<string, (string Document, string Code)> Documents = new()
    {
        ["selections nested 10,000 deep"] = (Nest("thing { ", "self { ", "id", " }", 10_000) + " }", "LIMIT_EXCEEDED"),
        ["fields nested beyond the executor's bound"] = ("{ thing { " + Repeat(40, _ => "self { ") + "id" + Repeat(40, _ => " }") + " } }", "LIMIT_EXCEEDED"),
        ["inline fragments nested 10,000 deep"] = ("{ " + Repeat(10_000, _ => "... { ") + "__typename" + Repeat(10_000, _ => " }") + " }", "LIMIT_EXCEEDED"),
        ["lists nested 10,000 deep"] = ("{ take(any: " + new string('[', 10_000) + new string(']', 10_000) + ") }", "LIMIT_EXCEEDED"),
        ["objects nested 10,000 deep"] = ("{ take(any: " + Repeat(10_000, _ => "{a:") + "1" + new string('}', 10_000) + ") }", "LIMIT_EXCEEDED"),
        ["a type of 10,000 lists"] = ("query ($a: " + new string('[', 10_000) + "Int" + new string(']', 10_000) + ") { echo }", "LIMIT_EXCEEDED"),
        ["a list nested within itself"] = ("{ thing { others { others { others { others { others { id } } } } } } }", "LIMIT_EXCEEDED"),
        ["a flood of aliases"] = ("{ " + Repeat(2_000, i => $"a{i}: echo ") + "}", "LIMIT_EXCEEDED"),
        ["a flood of fields"] = ("{ thing { " + Repeat(6_000, _ => "id ") + "} }", "LIMIT_EXCEEDED"),
        ["a flood of directives in one place"] = ("{ echo " + Repeat(5_000, _ => "@skip(if: false) ") + "}", "LIMIT_EXCEEDED"),
        ["a flood of directives in many places"] = ("{ " + Repeat(600, _ => "echo @skip(if: false) ") + "}", "LIMIT_EXCEEDED"),
        ["a flood of unknown directives"] = ("{ echo " + Repeat(40, i => $"@a{i} ") + "}", "VALIDATION_FAILED"),
        ["a cycle of fragments"] = ("{ thing { ...A } } fragment A on Thing { self { ...B } } fragment B on Thing { self { ...A } }", "VALIDATION_FAILED"),
        ["a fragment that spreads itself"] = ("{ thing { ...A } } fragment A on Thing { ...A }", "VALIDATION_FAILED"),
        ["a bomb of fragments"] = ("{ thing { ...F0 } } " + Repeat(60, i => $"fragment F{i} on Thing {{ a: self {{ ...F{i + 1} }} b: self {{ ...F{i + 1} }} }} ") + "fragment F60 on Thing { id }", "LIMIT_EXCEEDED"),
        ["a chain of 5,000 fragments"] = ("{ thing { ...F0 } } " + Repeat(2_000, i => $"fragment F{i} on Thing {{ ...F{i + 1} }} ") + "fragment F2000 on Thing { id ...None }", "VALIDATION_FAILED"),
        ["fields that overlap quadratically"] = ("{ " + Repeat(900, i => $"thing {{ a: self {{ x{i}: id }} }} ") + "}", "LIMIT_EXCEEDED"),
        ["fields that overlap deeply"] = ("{ " + Repeat(700, i => $"a: things(first: {i % 2}) {{ b: self {{ id }} }} ") + "}", "LIMIT_EXCEEDED"),
        ["a number of 100,000 digits"] = ("{ numbers(i: " + new string('9', 100_000) + ") }", "LIMIT_EXCEEDED"),
        ["a number of 300 digits"] = ("{ numbers(i: " + new string('9', 300) + ") }", "VALIDATION_FAILED"),
        ["a number to the million"] = ("{ numbers(f: 1e1000000) }", "VALIDATION_FAILED"),
        ["a decimal to the million"] = ("{ numbers(d: 1e1000000) }", "VALIDATION_FAILED"),
        ["a name of 100,000 letters"] = ("{ " + new string('x', 100_000) + " }", "LIMIT_EXCEEDED"),
        ["a long name that might be meant otherwise"] = ("{ " + Repeat(200, i => $"ech{new string('o', 200)}{i} ") + "}", "VALIDATION_FAILED"),
        ["a string of a quarter megabyte"] = ("{ echo(text: \"" + new string('x', 250_000) + "\") }", "LIMIT_EXCEEDED"),
        ["introspection in circles"] = ("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "LIMIT_EXCEEDED"),
        ["introspection of types of types"] = ("{ __schema { types { " + Repeat(20, _ => "ofType { ") + "name" + Repeat(20, _ => " }") + " } } }", "LIMIT_EXCEEDED"),
        ["introspection two hundred times"] = ("{ " + Repeat(200, i => $"a{i}: __schema {{ types {{ name }} }} ") + "}", "COST_EXCEEDED"),
        ["a list of two thousand million"] = ("{ things(first: 2147483647) { id } }", "COST_EXCEEDED"),
        ["pages of pages"] = ("{ " + Repeat(30, i => $"p{i}: pages(first: 1000) {{ nodes {{ self {{ id }} }} }} ") + "}", "COST_EXCEEDED"),
        ["a filter of a thousand conditions"] = ("{ pages(where: {or: [" + Repeat(1_000, i => $"{{id: {{eq: {i}}}}}") + "]}) { totalCount } }", "COST_EXCEEDED"),
        ["ten thousand unknown fields"] = ("{ " + Repeat(5_000, i => $"u{i} ") + "}", "VALIDATION_FAILED"),
        ["five thousand operations"] = (Repeat(2_000, i => $"query Q{i} {{ echo }} "), "OPERATION_NOT_FOUND"),
        ["five thousand variables"] = ("query (" + Repeat(3_000, i => $"$v{i}: Int ") + ") { echo }", "VALIDATION_FAILED"),
        ["a variable defined a thousand times"] = ("query (" + Repeat(1_000, _ => "$v: Int ") + ") { numbers(i: $v) }", "VALIDATION_FAILED"),
        ["seventy conditions"] = ("query (" + Repeat(70, i => $"$v{i}: Boolean! ") + ") { " + Repeat(70, i => $"echo @skip(if: $v{i}) ") + "}", "LIMIT_EXCEEDED"),
        ["nothing but tokens"] = ("{ " + Repeat(30_000, _ => "echo ") + "}", "LIMIT_EXCEEDED"),
        ["a NUL"] = ("{ echo\0 }", "SYNTAX_ERROR"),
        ["letters from right to left"] = ("{ \u202Eecho }", "SYNTAX_ERROR"),
        ["a letter that looks like another"] = ("{ ech\u043E }", "SYNTAX_ERROR"),
        ["a surrogate alone, escaped"] = ("{ echo(text: \"\\uD800\") }", "SYNTAX_ERROR"),
        ["a surrogate in braces"] = ("{ echo(text: \"\\u{D800}\") }", "SYNTAX_ERROR"),
        ["a code point beyond the last"] = ("{ echo(text: \"\\u{110000}\") }", "SYNTAX_ERROR"),
        ["a code point of a thousand digits"] = ("{ echo(text: \"\\u{" + new string('0', 1_000) + "41}\") }", "SYNTAX_ERROR"),
        ["an escape without digits"] = ("{ echo(text: \"\\u{}\") }", "SYNTAX_ERROR"),
        ["a string without end"] = ("{ echo(text: \"" + new string('x', 1_000), "SYNTAX_ERROR"),
    };

    /// <summary>Bodies that are refused, with the code that says so.</summary>
    public static readonly Dictionary<string, (byte[] Body, string Code)> Bodies = new()
    {
        ["UTF-8 cut in the middle"] = ([.. "{\"query\":\"{ echo(text: \\\""u8, 0xE2, 0x82, .. "\\\") }\"}"u8], "BAD_REQUEST"),
        ["an overlong slash"] = ([.. "{\"query\":\"{ echo(text: \\\""u8, 0xC0, 0xAF, .. "\\\") }\"}"u8], "BAD_REQUEST"),
        ["a surrogate in UTF-8"] = ([.. "{\"query\":\"{ echo(text: \\\""u8, 0xED, 0xA0, 0x80, .. "\\\") }\"}"u8], "BAD_REQUEST"),
        ["half a surrogate in JSON"] = ("{\"query\":\"{ echo(text: \\\"\\uD800\\\") }\"}"u8.ToArray(), "BAD_REQUEST"),
        ["UTF-16"] = (Encoding.Unicode.GetBytes("{\"query\":\"{ echo }\"}"), "BAD_REQUEST"),
        ["members that repeat"] = ("{\"query\":\"{ echo }\",\"query\":\"{ fail }\"}"u8.ToArray(), "BAD_REQUEST"),
        ["variables that repeat"] = ("{\"query\":\"query ($t: String) { echo(text: $t) }\",\"variables\":{\"t\":\"a\",\"t\":\"b\"}}"u8.ToArray(), "BAD_REQUEST"),
        ["variables nested 5,000 deep"] = (Json("query ($a: JSON) { take(any: $a) }", "{\"a\":" + new string('[', 5_000) + new string(']', 5_000) + "}"), "BAD_REQUEST"),
        ["an input nested too deep"] = (Json("query ($t: TreeInput) { take(tree: $t) }", "{\"t\":" + Repeat(45, _ => "{\"left\":") + "null" + new string('}', 45) + "}"), "LIMIT_EXCEEDED"),
        ["an input of a hundred thousand values"] = (Json("query ($t: TreeInput) { take(tree: $t) }", "{\"t\":{\"branches\":[" + Repeat(100_000, i => i == 0 ? "{}" : ",{}") + "]}}"), "LIMIT_EXCEEDED"),
        ["a filter of a thousand conditions in a variable"] = (Json("query ($w: ThingFilterInput) { pages(where: $w) { totalCount } }", "{\"w\":{\"or\":[" + Repeat(1_000, i => (i == 0 ? "" : ",") + "{\"id\":{\"eq\":1}}") + "]}}"), "COST_EXCEEDED"),
        ["a page's size in a variable"] = (Json("query ($n: Int) { things(first: $n) { id } }", "{\"n\":1000000}"), "COST_EXCEEDED"),
        ["a number of 500,000 digits in a variable"] = (Json("query ($n: Int) { numbers(i: $n) }", "{\"n\":" + new string('9', 500_000) + "}"), "BAD_VARIABLE"),
        ["a decimal to the million in a variable"] = (Json("query ($d: Decimal) { numbers(d: $d) }", "{\"d\":1e1000000}"), "BAD_VARIABLE"),
        ["ten thousand faults in a variable"] = (Json("query ($t: [Int!]) { echo(text: $t) }", "{\"t\":[" + Repeat(10_000, i => (i == 0 ? "" : ",") + "null") + "]}"), "VALIDATION_FAILED"),
        ["an operation of a megabyte's name"] = (Encoding.UTF8.GetBytes("{\"query\":\"{ echo }\",\"operationName\":\"" + new string('x', 900_000) + "\"}"), "OPERATION_NOT_FOUND"),
        ["more than may be sent"] = (Encoding.UTF8.GetBytes("{\"query\":\"{ echo }\",\"junk\":\"" + new string('x', 2_000_000) + "\"}"), "LIMIT_EXCEEDED"),
    };

    public static byte[] Json(string document, string variables) =>
        Encoding.UTF8.GetBytes("{\"query\":" + JsonSerializer.Serialize(document) + ",\"variables\":" + variables + "}");

    public static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Nest(string start, string open, string leaf, string close, int depth) =>
        "{ " + start + Repeat(depth, _ => open) + leaf + Repeat(depth, _ => close) + " }";
}
