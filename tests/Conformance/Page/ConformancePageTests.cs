using Prerequisites;
using Xunit;

namespace Conformance.Page;

public sealed class ConformancePageTests
{
    private const string Page = "| parse | <!--figure corpus.parse-->1 of 2<!--/figure--> | <!--figure other--><!--/figure--> |";

    [Fact]
    public void Figures_take_their_places_and_others_stay() => Assert.Equal(
        "| parse | <!--figure corpus.parse-->3 of 4<!--/figure--> | <!--figure other--><!--/figure--> |",
        ConformancePage.Fill(Page, new Dictionary<string, ConformanceFigure> { ["corpus.parse"] = new(3, 4) }));

    [Fact]
    public void A_figure_without_a_place_is_noticed() =>
        Assert.Throws<ArgumentException>(() => ConformancePage.Fill(Page, new Dictionary<string, ConformanceFigure> { ["new"] = new(1, 1) }));

    [Fact]
    public void The_committed_page_has_a_figure_in_every_place() => Assert.DoesNotContain(
        "--><!--/figure-->", File.ReadAllText(Path.Combine(Checkout.Root, "docs", "conformance.md")), StringComparison.Ordinal);
}
