using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class DocumentationTests
{
    private static readonly Schema Schema = Built.Schema(typeof(Queries), typeof(IShape));

    [Theory]
    [InlineData("Circle", null, "A round `Shape`; see `Circle` and `radius`.")]
    [InlineData("Circle", "radius", "In metres, never `null`.")]
    [InlineData("Circle", "area", "Covered, in square metres.")]
    [InlineData("Circle", "kind", "Of `ROUND_ONE` kind.\n\nA second paragraph.")]
    [InlineData("Circle", "plain", "From the attribute.")]
    [InlineData("Circle", "nothing", null)]
    [InlineData("Point", null, "A place, `x` to the right.")]
    [InlineData("Point", "x", "To the right.")]
    [InlineData("Query", "circle", "Makes one of `radius`:\n- quickly\n- well")]
    [InlineData("Kind", null, "What it is.")]
    [InlineData("Place", "id", null)]
    [InlineData("Node", "id", "Unique among everything, and opaque.")]
    public void Comments_become_descriptions(string type, string? field, string? expected)
    {
        var named = Schema.FindType(type)!;

        Assert.Equal(expected, field is null ? named.Description : ((ComplexType)named).FindField(field)!.Description);
    }

    [Fact]
    public void A_comment_on_a_parameter_describes_the_argument()
    {
        var circle = Schema.QueryType!.FindField("circle")!;

        Assert.Equal("In metres.", circle.FindArgument("radius")!.Description);
        Assert.Equal("Of a generic list.", circle.FindArgument("places")!.Description);
    }

    [Fact]
    public void A_comment_on_an_enum_value_describes_it() =>
        Assert.Equal("Without corners.", ((EnumType)Schema.FindType("Kind")!).FindByName("ROUND_ONE")!.Description);

    [QueryType]
    private static class Queries
    {
        /// <summary>
        /// Makes one of <paramref name="radius"/>:
        /// <list type="bullet"><item>quickly</item><item>well</item></list>
        /// </summary>
        /// <param name="radius">In metres.</param>
        /// <param name="places">Of a generic list.</param>
        public static Circle? GetCircle(double radius, List<int?> places) => null;

        public static Point? Point => null;

        [NodeResolver]
        public static Place? GetPlace(int id) => null;
    }

    private sealed class Place
    {
        /// <summary>The number of its row, which the opaque id does not show.</summary>
        public int Id => 0;
    }

    /// <summary>What it is.</summary>
    private enum Kind
    {
        /// <summary>Without corners.</summary>
        RoundOne,
    }

    /// <summary>A shape.</summary>
    [InterfaceType]
    private interface IShape
    {
        /// <summary>Covered, in square metres.</summary>
        double Area { get; }
    }

    /// <summary>A round <see cref="IShape"/>; see <see cref="Circle"/> and <see cref="Radius"/>.</summary>
    private sealed class Circle : IShape
    {
        /// <summary>In metres, never <see langword="null"/>.</summary>
        public double Radius => 0;

        /// <inheritdoc/>
        public double Area => 0;

        /// <summary>Of <see cref="DocumentationTests.Kind.RoundOne"/> kind.<para>A second paragraph.</para></summary>
        public Kind Kind => default;

        /// <summary>Not this.</summary>
        [GraphQLDescription("From the attribute.")]
        public int Plain => 0;

        public int Nothing => 0;
    }

    /// <summary>A place, <c>x</c> to the right.</summary>
    /// <param name="X">To the right.</param>
    private sealed record Point(double X);
}
