using System.Security.Cryptography;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Storage.Tests;

public sealed class ContentChainTests
{
    private const int MiB = 1 << 20;

    public static TheoryData<int, int, string> Lengths => new()
    {
        { 100, 100, "Same" },
        { MiB, MiB, "Same" },
        { (3 * MiB) + 7, (3 * MiB) + 7, "Same" },
        { 100, 101, "Continues" },
        { 100, 5 * MiB, "Continues" },
        { MiB, MiB + 1, "Continues" },
        { MiB - 1, MiB, "Continues" },
        { (2 * MiB) + 5, (2 * MiB) + 6, "Continues" },
        { (2 * MiB) + 5, 4 * MiB, "Continues" },
        { 101, 100, "Prefix" },
        { 5 * MiB, 100, "Prefix" },
        { MiB + 1, MiB, "Prefix" },
        { 4 * MiB, (2 * MiB) + 5, "Prefix" },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Beginnings_of_one_content_are_recognised(int stored, int incoming, string expected)
    {
        var content = Content(Math.Max(stored, incoming));
        Assert.Equal(expected, Compare(content.AsSpan(0, stored), content.AsSpan(0, incoming)).ToString());
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_byte_that_differs_anywhere_in_the_common_part_makes_it_another_content(int stored, int incoming, string relation)
    {
        var content = Content(Math.Max(stored, incoming));
        var common = Math.Min(stored, incoming);
        foreach (var place in new[] { 0, common / 2, common - 1 })
        {
            var other = content.AsSpan().ToArray();
            other[place] ^= 1;
            Assert.True(Compare(content.AsSpan(0, stored), other.AsSpan(0, incoming)) == ContentRelation.Different, $"byte {place}, {relation}");
        }
    }

    [Fact]
    public void The_chain_is_as_documented()
    {
        var content = Content(MiB + 3);
        var first = SHA256.HashData([.. new byte[32], .. content.AsSpan(0, MiB)]);
        var head = SHA256.HashData([.. first, .. content.AsSpan(MiB)]);
        var chain = Chain(content, []);
        Assert.Equal(first, chain.Hashes);
        Assert.Equal(head, chain.Head);
    }

    [Fact]
    public void How_the_content_is_cut_does_not_matter()
    {
        var content = Content((2 * MiB) + 99);
        using var builder = new ContentChainBuilder([1, MiB, MiB + 1]);
        for (int at = 0, step = 1; at < content.Length; at += step, step = (step * 7 % 300_000) + 1)
            builder.Append(content.AsSpan(at, Math.Min(step, content.Length - at)));

        var whole = Chain(content, [1, MiB, MiB + 1]);
        var cut = builder.Complete();
        Assert.Equal(whole.HeadText, cut.HeadText);
        Assert.Equal(whole.HeadsAt.OrderBy(pair => pair.Key), cut.HeadsAt.OrderBy(pair => pair.Key));
    }

    private static ContentRelation Compare(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> incoming)
    {
        var kept = stored.ToArray();
        var known = Chain(kept, []);
        return ContentIdentity.Compare(
            Chain(incoming, [kept.Length]),
            new StoredContent(Guid.Empty, known.Length, known.HeadText),
            known.Hashes,
            index => kept[(index * MiB)..Math.Min(kept.Length, (index + 1) * MiB)]);
    }

    private static ContentChain Chain(ReadOnlySpan<byte> content, long[] checkpoints)
    {
        using var builder = new ContentChainBuilder(checkpoints);
        builder.Append(content);
        return builder.Complete();
    }

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(5).NextBytes(content);
        return content;
    }
}
