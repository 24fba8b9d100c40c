using Guildhall.Storage.CombatLogs;

namespace Guildhall.Storage.Tests;

/// <summary>The blocks of a work's text, as an importer gets them.</summary>
internal static class TextBlocks
{
    public static List<CompressedBlock> Of(ImportWork work)
    {
        using var text = work.OpenText();
        var buffer = new byte[SpooledText.BlockSize];
        var blocks = new List<CompressedBlock>();
        while (text.Next(buffer) is { } block)
            blocks.Add(block);

        return blocks;
    }
}
