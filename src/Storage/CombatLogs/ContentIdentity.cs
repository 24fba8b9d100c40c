namespace Guildhall.Storage.CombatLogs;

/// <summary>How a content that comes in stands to one that is stored.</summary>
internal enum ContentRelation
{
    /// <summary>They have nothing to do with each other.</summary>
    Different,

    /// <summary>They are equal.</summary>
    Same,

    /// <summary>The new one begins with all of the stored one.</summary>
    Continues,

    /// <summary>The stored one begins with all of the new one.</summary>
    Prefix,
}

/// <summary>A stored content, as far as it is needed to compare.</summary>
/// <param name="LogId">Whose it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Head">Head of its chain, in hex.</param>
internal sealed record StoredContent(Guid LogId, long Length, string Head);

/// <summary>Decides whether two contents are the same log.</summary>
internal static class ContentIdentity
{
    /// <param name="incoming">What comes in; it must have been asked for its head at the stored length.</param>
    /// <param name="stored">What is there.</param>
    /// <param name="storedHashes">Its whole blocks' hashes.</param>
    /// <param name="storedBlock">Gives the raw bytes of one of its blocks, or null when they cannot be had.</param>
    public static ContentRelation Compare(ContentChain incoming, StoredContent stored, byte[] storedHashes, Func<int, byte[]?> storedBlock)
    {
        if (incoming.Length == stored.Length)
            return Is(incoming.HeadText == stored.Head, ContentRelation.Same);

        if (incoming.Length > stored.Length)
            return Is(incoming.HeadsAt.TryGetValue(stored.Length, out var head) && Convert.ToHexStringLower(head) == stored.Head, ContentRelation.Continues);

        var blocks = (int)(incoming.Length / ContentChain.BlockSize);
        if (!incoming.After(blocks).SequenceEqual(ContentChain.After(storedHashes, blocks)))
            return ContentRelation.Different;

        var tail = (int)(incoming.Length % ContentChain.BlockSize);
        if (tail == 0)
            return ContentRelation.Prefix;

        return Is(
            storedBlock(blocks) is { } bytes && bytes.Length >= tail
                && ContentChain.Extend(incoming.After(blocks), bytes.AsSpan(0, tail)).AsSpan().SequenceEqual(incoming.Head),
            ContentRelation.Prefix);
    }

    private static ContentRelation Is(bool holds, ContentRelation relation) => holds ? relation : ContentRelation.Different;
}
