using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Guildhall.Domain.Encounters.Lines;
using Xunit;

namespace Domain.Tests.Encounters.Lines;

public class LineSplitterTests
{
    [Theory]
    [InlineData("a\nb\n", "a@0 b@2")]
    [InlineData("a\r\nb\r\n", "a@0 b@3")]
    [InlineData("a\n\nb", "a@0 @2 b@3")]
    [InlineData("", "")]
    [InlineData("\n", "@0")]
    [InlineData("123456789\nx\n", "!123456789@0 x@10")]
    [InlineData("x\n123456789", "x@0 !123456789@2")]
    [InlineData("x\n12345678\ny", "x@0 12345678@2 y@11")]
    public void Lines_come_with_their_offsets(string text, string expected)
    {
        foreach (var size in (int[])[1, 2, 3, 7, 1000])
            Assert.Equal(expected, string.Join(' ', Split(Encoding.UTF8.GetBytes(text), Enumerable.Repeat(size, 100), 8)));
    }

    [Fact]
    public void Cuts_change_nothing()
    {
        var texts = Gen.ArrayOf(Gen.Elements([.. "abc\n\r\n"])).Select(characters => new string(characters));
        var cuts = Gen.ArrayOf(Gen.Choose(1, 12));
        Prop.ForAll(Gen.Zip(texts, cuts).ToArbitrary(), input =>
        {
            var bytes = Encoding.UTF8.GetBytes(input.Item1);
            return Split(bytes, [bytes.Length + 1], 5).SequenceEqual(Split(bytes, input.Item2, 5));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void A_line_without_end_is_not_held()
    {
        var splitter = new LineSplitter(1 << 20);
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1024; i++)
        {
            ReadOnlySpan<byte> rest = block;
            Assert.Equal(LineStep.NeedsMore, splitter.Next(ref rest, out _));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        var end = "\nok\n"u8;
        Assert.Equal(LineStep.TooLong, splitter.Next(ref end, out var beginning));
        Assert.Equal(8000, beginning.Length);
        Assert.Equal(LineStep.Line, splitter.Next(ref end, out var next));
        Assert.Equal("ok", Encoding.UTF8.GetString(next));
        Assert.Equal((1L << 30) + 1, splitter.LineOffset);
        Assert.Equal(2, splitter.LineNumber);
    }

    private static List<string> Split(byte[] bytes, IEnumerable<int> cuts, int maximum)
    {
        var splitter = new LineSplitter(maximum);
        var found = new List<string>();
        var rest = bytes.AsSpan();
        foreach (var cut in cuts.Append(int.MaxValue))
        {
            var size = Math.Min(cut, rest.Length);
            ReadOnlySpan<byte> block = rest[..size];
            rest = rest[size..];
            while (splitter.Next(ref block, out var line) is var step && step != LineStep.NeedsMore) found.Add(Show(splitter, step, line));
        }

        var last = splitter.Last(out var end);
        if (last != LineStep.NeedsMore) found.Add(Show(splitter, last, end));
        return found;
    }

    private static string Show(LineSplitter splitter, LineStep step, ReadOnlySpan<byte> line) =>
        $"{(step == LineStep.TooLong ? "!" : "")}{Encoding.UTF8.GetString(line)}@{splitter.LineOffset}";
}
