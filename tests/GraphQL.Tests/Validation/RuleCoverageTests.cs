using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation;

public sealed class RuleCoverageTests
{
    public static TheoryData<string> Rules { get; } =
    [
        .. typeof(DocumentValidator).Assembly.GetTypes()
            .Where(type => type is { Namespace: "GraphQL.Validation.Rules", IsNested: false } && type.BaseType?.Name == "ValidationRule")
            .Select(type => type.Name),
    ];

    [Fact]
    public void There_are_rules() => Assert.True(Rules.Count >= 31);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_its_tests(string rule) =>
        Assert.NotNull(typeof(RuleCoverageTests).Assembly.GetType($"GraphQL.Tests.Validation.Rules.{rule}Tests"));
}
