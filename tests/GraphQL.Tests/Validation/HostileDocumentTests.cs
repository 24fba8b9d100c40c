using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation;

/// <summary>Small documents that make a careless validator work for ever. What is measured is counted work, not time.</summary>
public sealed class HostileDocumentTests
{
    private const int Unbounded = 50_000_000;

    private static readonly Dictionary<string, Func<int, string>> Attacks = new()
    {
        ["one field many times"] = size => $"{{ beast {{ {Repeat(size, _ => "name")} }} }}",
        ["one field with fields many times"] = size => $"{{ {Repeat(size, _ => "beast { name }")} }}",
        ["one field with arguments many times"] = size => $"{{ {Repeat(size, _ => "int(value: 1)")} }}",
        ["fragments that each spread the next twice"] = size =>
            $"{{ beast {{ ...F0 }} }} {Repeat(size, i => $"fragment F{i} on Beast {{ ...F{i + 1} ...F{i + 1} }}")} fragment F{size} on Beast {{ name }}",
        ["fragments that each spread the next below two fields"] = size =>
            $"{{ fighter {{ ...F0 }} }} {Repeat(size, i => $"fragment F{i} on Fighter {{ target {{ ...F{i + 1} }} target {{ ...F{i + 1} }} }}")} fragment F{size} on Fighter {{ name }}",
        ["fragments that each spread the next below two names"] = size =>
            $"{{ fighter {{ ...F0 }} }} {Repeat(size, i => $"fragment F{i} on Fighter {{ a: target {{ ...F{i + 1} }} b: target {{ ...F{i + 1} }} }}")} fragment F{size} on Fighter {{ name }}",
        ["two chains of fragments side by side"] = size =>
            $"{{ fighter {{ ...A0 ...B0 }} }} {Repeat(size, i => $"fragment A{i} on Fighter {{ target {{ ...A{i + 1} ...B{i + 1} }} }} fragment B{i} on Fighter {{ target {{ ...B{i + 1} ...A{i + 1} }} }}")} fragment A{size} on Fighter {{ name }} fragment B{size} on Fighter {{ name }}",
        ["a chain of fragments"] = size =>
            $"{{ fighter {{ ...F0 }} }} {Repeat(size, i => $"fragment F{i} on Fighter {{ target {{ ...F{i + 1} }} }}")} fragment F{size} on Fighter {{ name }}",
        ["fragments side by side"] = size =>
            $"{{ fighter {{ {Repeat(size, i => $"...F{i}")} }} }} {Repeat(size, i => $"fragment F{i} on Fighter {{ a{i}: name }}")}",
        ["operations that share fragments"] = size =>
            $"{Repeat(size, i => $"query Q{i}($a: Int) {{ {Repeat(size, j => $"...F{j}")} }}")} {Repeat(size, i => $"fragment F{i} on Query {{ a{i}: int(value: $a) }}")}",
        ["large arguments many times"] = size =>
            $"{{ {Repeat(size, _ => $"list(value: [{Repeat(size, i => i.ToString())}])")} }}",
        ["introspection through fragments"] = size =>
            $"{{ __schema {{ types {{ ...F0 }} }} }} {Repeat(size, i => $"fragment F{i} on __Type {{ a: ofType {{ ...F{i + 1} }} b: ofType {{ ...F{i + 1} }} }}")} fragment F{size} on __Type {{ name }}",
        ["subscriptions through fragments"] = size =>
            $"subscription {{ ...F0 }} {Repeat(size, i => $"fragment F{i} on Subscription {{ ...F{i + 1} ...F{i + 1} }}")} fragment F{size} on Subscription {{ lines }}",
    };

    public static TheoryData<string> AttackNames { get; } = [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(AttackNames))]
    public void Twice_the_document_costs_at_most_eight_times_the_work(string attack)
    {
        var (small, large) = (WorkOf(Attacks[attack](16)), WorkOf(Attacks[attack](32)));
        Assert.True(large <= (8 * small) + 64, $"{attack}: {small} for 16, {large} for 32");
    }

    [Theory]
    [MemberData(nameof(AttackNames))]
    public void A_large_one_is_valid_or_ends_at_a_bound(string attack)
    {
        var errors = DocumentValidator.Validate(ValidationSchema.Instance, Parse(Attacks[attack](600)));
        Assert.All(errors, error => Assert.Equal(ErrorCodes.LimitExceeded, error.Code));
    }

    [Fact]
    public void A_plain_field_costs_nothing_however_often_it_stands_there() =>
        Assert.InRange(WorkOf(Attacks["one field many times"](5000)), 0, 10);

    [Fact]
    public void A_chain_of_fragments_does_not_exhaust_the_stack()
    {
        // On a thread with little stack, so that a guard which is missing fails here and not in production.
        var errors = ImmutableArray<GraphQLError>.Empty;
        var thread = new Thread(() => errors = Validate(Attacks["a chain of fragments"](20_000), new ValidationOptions { MaxFragmentVisits = Unbounded, MaxFieldComparisons = Unbounded }), 512 << 10);
        thread.Start();
        thread.Join();
        Assert.All(errors, error => Assert.Equal(ErrorCodes.LimitExceeded, error.Code));
    }

    [Theory]
    [InlineData("fighter { ", "target { ", "name", "} ", "}")]
    [InlineData("fighter { ", "... { ", "name", "} ", "}")]
    [InlineData("string(value: ", "[", "1", "]", ")")]
    [InlineData("fighters(where: ", "{all: ", "{}", "}", ") { name }")]
    [InlineData("at(time: ", "{a: ", "1", "}", ")")]
    public void Nesting_beyond_the_bound_ends_validation(string start, string open, string leaf, string close, string end)
    {
        Assert.True(IsTooDeep(300));
        Assert.False(IsTooDeep(200));

        bool IsTooDeep(int depth) =>
            Validate($"{{ {start}{Repeat(depth, _ => open)}{leaf}{Repeat(depth, _ => close)}{end} }}", ValidationOptions.Default)
                .Any(error => error.Code == ErrorCodes.LimitExceeded);
    }

    [Fact]
    public void Errors_stop_at_the_bound_and_one_more_says_so()
    {
        var errors = Validate($"{{ {Repeat(1000, i => $"unknown{i}")} }}", new ValidationOptions { MaxErrors = 7 });
        Assert.Equal(8, errors.Length);
        Assert.All(errors[..7], error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
        Assert.Equal(ErrorCodes.LimitExceeded, errors[7].Code);
        Assert.Empty(errors[7].Locations);
    }

    [Fact]
    public void An_error_names_few_places_and_repeats_little_of_the_document()
    {
        var error = Assert.Single(Validate($"query ({Repeat(500, _ => "$a: Int")}) {{ int(value: $a) }}", ValidationOptions.Default));
        Assert.InRange(error.Locations.Length, 2, 40);

        var name = new string('x', 100_000);
        Assert.All(
            Validate($"query {name}($u: {name}) {{ {name} string(value: {name}) mage(id: 1, {name}: 2) {{ ...{name} }} beast {{ {name}: name {name}: legs }} }}", ValidationOptions.Default),
            refused => Assert.InRange(refused.Message.Length, 1, 1001));
    }

    [Fact]
    public void Names_are_suggested_only_when_that_is_on()
    {
        const string document = "{ beast { nmae } mage(idd: 1) { name } school(value: FRE) } fragment F on Best { name }";
        Assert.Contains(Validate(document, ValidationOptions.Default), error => error.Message.Contains("Did you mean \"name\"?", StringComparison.Ordinal));
        Assert.DoesNotContain(Validate(document, new ValidationOptions { Suggestions = false }), error => error.Message.Contains("mean", StringComparison.Ordinal));
    }

    /// <summary>The smallest bound under which the document is validated to its end.</summary>
    private static int WorkOf(string text)
    {
        var document = Parse(text);
        var (low, high) = (0, Unbounded);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var options = new ValidationOptions { MaxFieldComparisons = middle, MaxFragmentVisits = middle, MaxErrors = int.MaxValue, MaxIntrospectionTypeDepth = int.MaxValue };
            if (DocumentValidator.Validate(ValidationSchema.Instance, document, options).Any(error => error.Code == ErrorCodes.LimitExceeded))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static ImmutableArray<GraphQLError> Validate(string text, ValidationOptions options) =>
        DocumentValidator.Validate(ValidationSchema.Instance, Parse(text), options);

    // The parser's own bounds come first in a server; here they must not hide the validator's.
    private static Document Parse(string text) => Parser.ParseDocument(text, ParserOptions.ForSchemas with { MaxDepth = 1000, MaxDirectivesPerLocation = 1000 });

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));
}
