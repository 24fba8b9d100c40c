using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GraphQL.Language;
using GraphQL.Tests.Types.Building;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Constraints;

/// <summary>Rules that values of arguments and input fields must keep.</summary>
public sealed class ConstraintTests
{
    private static readonly Schema Schema = Built.Schema(typeof(Queries));

    /// <summary>An argument, a literal of it, and why it is refused; null for what is let through.</summary>
    public static TheoryData<string, string, string?> Table() => new()
    {
        { "count", "1", null },
        { "count", "10", null },
        { "count", "0", "from 1 to 10" },
        { "count", "11", "from 1 to 10" },
        { "large", "9000000000000000001", null },
        { "large", "9000000000000000000", "above 9000000000000000000" },
        { "share", "0.5", null },
        { "share", "1.5", "from 0 and below 1" },
        { "share", "1", "and below 1" },
        { "day", "\"2026-06-01\"", null },
        { "day", "\"2027-06-01\"", "2026" },
        { "name", "\"ada\"", null },
        { "name", "\"ad\"", "3 to 5 characters, and has 2" },
        { "name", "\"\"", "has 0" },
        { "name", "\"adalove\"", "has 7" },
        { "code", "\"AB-12\"", null },
        { "code", "\"AB-12x\"", "does not match" },
        { "code", "\"AB-12\\n\"", "does not match" },
        { "mail", "\"ada@example.org\"", null },
        { "mail", "\"ada\"", "e-mail" },
        { "site", "\"https://example.org\"", null },
        { "site", "\"javascript:alert(1)\"", "http" },
        { "tags", "[\"a\", \"b\"]", null },
        { "tags", "\"a\"", null },
        { "tags", "[]", "at least 1 elements" },
        { "tags", "[\"a\", \"b\", \"c\"]", "at most 2 elements" },
        { "tags", "[\"a\", \"bcdefghijkl\"]", "characters" },
        { "word", "\"level\"", null },
        { "word", "\"levels\"", "it is no palindrome" },
        { "even", "2", null },
        { "even", "3", "must be even" },
        { "friendly", "\"rude\"", "Say it nicely" },
        { "count", "null", null },
        { "name", "null", null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_literal_is_an_error_of_its_field(string argument, string literal, string? reason)
    {
        var response = await Schema.RunAsync($"{{ one: take({argument}: {literal}) other: __typename }}");

        if (reason is null)
        {
            Assert.Equal("""{"data":{"one":"ok","other":"Query"}}""", response);
            return;
        }

        var error = Assert.Single(Errors(response));
        Assert.Equal(ErrorCodes.InvalidInput, error.Code);
        Assert.Contains(reason, error.Message);
        Assert.Equal($"Query.take({argument}:)", error.Coordinate);
        Assert.Equal(argument, error.InputPath.Split('.')[0]);
        Assert.EndsWith("""data":{"one":null,"other":"Query"}}""", response);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_variable_fails_the_request_before_anything_runs(string argument, string literal, string? reason)
    {
        var type = Schema.QueryType!.FindField("take")!.FindArgument(argument)!.Type;
        Queries.Calls = 0;

        var response = await Schema.RunAsync($"query($v: {type}) {{ take({argument}: $v) }}", $$"""{"v":{{literal}}}""");

        if (reason is null)
        {
            Assert.Equal("""{"data":{"take":"ok"}}""", response);
            return;
        }

        var error = Assert.Single(Errors(response));
        Assert.Equal((ErrorCodes.InvalidInput, $"Query.take({argument}:)"), (error.Code, error.Coordinate));
        Assert.Contains(reason, error.Message);
        Assert.Equal("v", error.InputPath.Split('.')[0]);
        Assert.DoesNotContain("\"data\"", response);
        Assert.Equal(0, Queries.Calls);
    }

    [Fact]
    public async Task Every_broken_rule_is_told_with_its_path()
    {
        const string Input = """{ "name": "x", "weapons": [{ "name": "" }, { "name": "axe" }, { "name": "a very long name", "damage": -1 }] }""";
        var literal = Input.Replace("\"name\":", "name:", StringComparison.Ordinal).Replace("\"weapons\":", "weapons:", StringComparison.Ordinal).Replace("\"damage\":", "damage:", StringComparison.Ordinal);
        string[] expected =
        [
            "HeroInput.name {0}.name", "HeroInput.weapons {0}.weapons", "WeaponInput.damage {0}.weapons.2.damage", "WeaponInput.name {0}.weapons.0.name",
            "WeaponInput.name {0}.weapons.2.name",
        ];

        var byVariable = Errors(await Schema.RunAsync("query($hero: HeroInput!) { arm(input: $hero) }", $$"""{"hero":{{Input}}}"""));
        var byLiteral = Errors(await Schema.RunAsync($"{{ arm(input: {literal}) }}"));

        Assert.Equal(expected.Select(static text => text.Replace("{0}", "hero", StringComparison.Ordinal)), byVariable.Select(static error => $"{error.Coordinate} {error.InputPath}").Order(StringComparer.Ordinal));
        Assert.Equal(expected.Select(static text => text.Replace("{0}", "input", StringComparison.Ordinal)), byLiteral.Select(static error => $"{error.Coordinate} {error.InputPath}").Order(StringComparer.Ordinal));
        Assert.All(byVariable.Concat(byLiteral), static error => Assert.Equal(ErrorCodes.InvalidInput, error.Code));
    }

    [Theory]
    [InlineData("query($n: String!) { arm(input: { name: $n, weapons: [] }) }", """{"n":"x"}""", "n")]
    [InlineData("query($n: String!) { arm(input: { name: \"hero\", weapons: [{ name: $n }] }) }", """{"n":""}""", "n")]
    [InlineData("query($n: String = \"x\") { take(name: $n) }", "{}", "n")]
    [InlineData("query($h: HeroInput = { name: \"x\", weapons: [] }) { maybe(input: $h) }", "{}", "h.name")]
    [InlineData("query($n: String) { hero { rename(to: $n) } }", """{"n":"x"}""", "n")]
    [InlineData("query($n: String) { ...F } fragment F on Query { take(name: $n) }", """{"n":"x"}""", "n")]
    [InlineData("query($t: String!) { take(tags: [$t, \"b\"]) }", """{"t":"abcdefghijkl"}""", "t")]
    public async Task A_variable_is_held_to_the_rules_of_every_place_it_stands_in(string document, string variables, string path)
    {
        var response = await Schema.RunAsync(document, variables);

        var error = Assert.Single(Errors(response));
        Assert.Equal((ErrorCodes.InvalidInput, path), (error.Code, error.InputPath));
        Assert.DoesNotContain("\"data\"", response);
    }

    [Fact]
    public async Task Rules_of_a_list_as_a_whole_do_not_concern_a_variable_in_it() =>
        Assert.Equal("""{"data":{"pair":"ok"}}""", await Schema.RunAsync("query($t: Int!) { pair(numbers: [$t, 2]) }", """{"t":1}"""));

    [Fact]
    public async Task Broken_rules_and_wrong_types_are_told_together_and_bounded()
    {
        var both = Errors(await Schema.RunAsync("query($h: HeroInput!) { arm(input: $h) }", """{"h":{"name":"x","weapons":[{"name":7}]}}"""));
        var many = string.Join(',', Enumerable.Repeat("""{"name":""}""", 1_000));
        var flood = Errors(await Schema.RunAsync("query($h: HeroInput!) { arm(input: $h) }", $$$"""{"h":{"name":"hero","weapons":[{{{many}}}]}}"""));

        Assert.Equal([ErrorCodes.BadVariable, ErrorCodes.InvalidInput], both.Select(static error => error.Code).Order());
        Assert.Equal(50, flood.Count);
    }

    [Fact]
    public async Task A_rule_of_an_object_holds_where_its_interface_has_none()
    {
        var error = Assert.Single(Errors(await Schema.RunAsync("query($n: String) { thing { say(word: $n) } }", """{"n":"too long"}""")));

        Assert.Equal(("Dog.say(word:)", "n"), (error.Coordinate, error.InputPath));
    }

    [Fact]
    public async Task No_class_is_made_of_values_that_break_a_rule()
    {
        Assert.Equal([ErrorCodes.InvalidInput], Errors(await Schema.RunAsync("query($p: PickyInput) { pick(input: $p) }", """{"p":{"size":0}}""")).Select(static error => error.Code));
        Assert.Equal([ErrorCodes.InvalidInput], Errors(await Schema.RunAsync("{ pick(input: { size: 0 }) }")).Select(static error => error.Code));
    }

    [Theory]
    [InlineData("""{"guid":"x"}""", null)]
    [InlineData("""{"guid":""}""", "INVALID_INPUT by.guid")]
    [InlineData("""{"guid":"x","name":""}""", "INVALID_INPUT by.name")]
    [InlineData("""{"guid":"x","name":"y"}""", "BAD_VARIABLE by")]
    public async Task Rules_go_together_with_oneOf(string value, string? expected)
    {
        var errors = Errors(await Schema.RunAsync("query($by: ByInput!) { find(by: $by) }", $$"""{"by":{{value}}}"""));

        Assert.Equal(expected is null ? [] : [expected], errors.Select(static error => $"{error.Code} {error.InputPath}"));
    }

    [Fact]
    public async Task A_pattern_that_could_take_for_ever_takes_no_time()
    {
        var started = TimeProvider.System.GetTimestamp();

        var linear = await Schema.RunAsync("query($v: String) { take(slow: $v) }", $$"""{"v":"{{new string('a', 100_000)}}!"}""");
        var bounded = await Schema.RunAsync("query($v: String) { take(behind: $v) }", $$"""{"v":"{{new string('a', 60)}}!"}""");

        Assert.Equal(ErrorCodes.InvalidInput, Assert.Single(Errors(linear)).Code);
        Assert.Equal(ErrorCodes.InvalidInput, Assert.Single(Errors(bounded)).Code);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void The_schema_tells_the_rules()
    {
        var text = SchemaPrinter.Print(Schema, new SchemaPrinterOptions { WithAppliedDirectives = true });

        Assert.Contains("directive @constraint(", text);
        Assert.Contains("count: Int @constraint(min: 1, max: 10)", text);
        Assert.Contains("share: Float @constraint(min: 0, exclusiveMax: 1)", text);
        Assert.Contains("name: String @constraint(minLength: 3, maxLength: 5)", text);
        Assert.Contains("code: String @constraint(pattern: \"^(?:[A-Z]{2}-\\\\d+)$\")", text);
        Assert.Contains("mail: String @constraint(format: \"email\")", text);
        Assert.Contains("tags: [String!] @constraint(maxItems: 2, maxLength: 10, minItems: 1)", Sorted(text, "tags"));
        Assert.Contains("word: String @constraint(rule: \"a palindrome\")", text);
        Assert.Empty(SchemaValidator.Validate(SchemaFromDocument.Build(Parser.ParseDocument(text))));
        Assert.DoesNotContain("@constraint", SchemaPrinter.Print(Built.Schema(typeof(Plain)), new SchemaPrinterOptions { WithAppliedDirectives = true }));
    }

    [Fact]
    public async Task Introspection_tells_the_rules_in_the_description()
    {
        var response = await Schema.RunAsync("""{ __type(name: "WeaponInput") { inputFields { name description } } }""");

        Assert.Contains("What it is called.\\n\\n`@constraint(minLength: 1, maxLength: 8)`", response);
    }

    [Theory]
    [InlineData(typeof(LengthOfNumber), "StringLength")]
    [InlineData(typeof(RangeOfText), "Range")]
    [InlineData(typeof(NothingFits), "lets nothing through")]
    [InlineData(typeof(BadPattern), "cannot be read")]
    [InlineData(typeof(BadDefault), "breaks a rule")]
    [InlineData(typeof(BadDefaultInside), "breaks a rule")]
    public void What_cannot_hold_is_refused_at_start(Type queries, string expected) =>
        Assert.Contains(Built.Problems(queries), problem => problem.Contains(expected, StringComparison.Ordinal));

    private static List<(string Code, string Message, string Coordinate, string InputPath)> Errors(string response)
    {
        if (!JsonDocument.Parse(response).RootElement.TryGetProperty("errors", out var errors))
            return [];
        return
        [
            .. errors.EnumerateArray().Select(static error => (error.GetProperty("extensions"), error.GetProperty("message").GetString()!)).Select(static item => (
                item.Item1.GetProperty("code").GetString()!,
                item.Item2,
                item.Item1.TryGetProperty("coordinate", out var coordinate) ? coordinate.GetString()! : "",
                item.Item1.TryGetProperty("inputPath", out var path) ? string.Join('.', path.EnumerateArray()) : "")),
        ];
    }

    /// <summary>The line of an argument with the arguments of its directive in alphabetical order: the attributes' order is C#'s.</summary>
    private static string Sorted(string text, string argument)
    {
        var at = text.IndexOf($"{argument}: ", StringComparison.Ordinal);
        var (open, close) = (text.IndexOf('(', at) + 1, text.IndexOf(')', at));
        return text[at..open] + string.Join(", ", text[open..close].Split(", ").Order(StringComparer.Ordinal)) + ")";
    }

    [QueryType]
    private static class Queries
    {
        public static int Calls { get; set; }

        public static string? Take(
            [Range(1, 10)] int? count,
            [Range(typeof(long), "9000000000000000000", "9223372036854775807", MinimumIsExclusive = true)] long? large,
            [Range(0.0, 1.0, MaximumIsExclusive = true)] double? share,
            [Range(typeof(DateOnly), "2026-01-01", "2026-12-31")] DateOnly? day,
            [StringLength(5, MinimumLength = 3)] string? name,
            [RegularExpression(@"[A-Z]{2}-\d+")] string? code,
            [EmailAddress] string? mail,
            [Url] string? site,
            [MinLength(1), MaxLength(2), StringLength(10)] string[]? tags,
            [Palindrome] string? word,
            [Even] int? even,
            [StringLength(3, ErrorMessage = "Say it nicely.")] string? friendly,
            [RegularExpression("(a+)+")] string? slow,
            [RegularExpression("(?=a)(a+)+")] string? behind)
        {
            Calls++;
            return "ok";
        }

        public static string? Arm(HeroInput input) => input.Name;

        public static string? Maybe(HeroInput? input) => input?.Name;

        public static string? Pick(PickyInput? input) => input is null ? null : "ok";

        public static string? Find(ByInput by) => by.Guid ?? by.Name;

        public static string? Pair([MinLength(2)] int[] numbers) => numbers.Length == 2 ? "ok" : null;

        public static Hero Hero => new();

        public static IThing Thing => new Dog();
    }

    private sealed record HeroInput([StringLength(20, MinimumLength = 2)] string Name, [MaxLength(2)] IReadOnlyList<WeaponInput> Weapons);

    private sealed record WeaponInput
    {
        [StringLength(8, MinimumLength = 1)]
        [GraphQLDescription("What it is called.")]
        public required string Name { get; init; }

        [Range(0, 100)]
        public int? Damage { get; init; }
    }

    private sealed record PickyInput
    {
        public PickyInput([Range(1, 10)] int size) => Size = size > 0 ? size : throw new InvalidOperationException("made of a value that breaks a rule");

        public int Size { get; }
    }

    [OneOf]
    private sealed record ByInput
    {
        [MinLength(1)]
        public string? Guid { get; init; }

        [MinLength(1)]
        public string? Name { get; init; }
    }

    private sealed class Hero
    {
        public string? Rename([MinLength(2)] string? to) => to;
    }

    [InterfaceType]
    private interface IThing
    {
        string? Say(string? word);
    }

    private sealed class Dog : IThing
    {
        public string? Say([MaxLength(4)] string? word) => word;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class PalindromeAttribute : InputConstraintAttribute
    {
        public override string Rule => "a palindrome";

        public override string? Check(object value) => value is string text && text.SequenceEqual(text.Reverse()) ? null : "it is no palindrome";
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class EvenAttribute : ValidationAttribute
    {
        public override bool IsValid(object? value) => value is null || (value is int number && number % 2 == 0);

        public override string FormatErrorMessage(string name) => $"{name} must be even.";
    }

    [QueryType]
    private static class Plain
    {
        public static int? Echo(int? value) => value;
    }

    [QueryType]
    private static class LengthOfNumber
    {
        public static int? Echo([StringLength(3)] int? value) => value;
    }

    [QueryType]
    private static class RangeOfText
    {
        public static string? Echo([Range(1, 3)] string? value) => value;
    }

    [QueryType]
    private static class NothingFits
    {
        public static string? Echo([StringLength(3, MinimumLength = 4)] string? value) => value;
    }

    [QueryType]
    private static class BadPattern
    {
        public static string? Echo([RegularExpression("(")] string? value) => value;
    }

    [QueryType]
    private static class BadDefault
    {
        public static int? Echo([Range(1, 10)] int value = 0) => value;
    }

    [QueryType]
    private static class BadDefaultInside
    {
        public static int? Echo(Sized input) => input.Size;
    }

    private sealed record Sized([Range(1, 10)] int Size = 11);
}
