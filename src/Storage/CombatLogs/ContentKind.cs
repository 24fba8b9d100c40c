namespace Guildhall.Storage.CombatLogs;

/// <summary>What the first bytes of a file say it is.</summary>
/// <param name="Format">How to read it.</param>
/// <param name="Name">For people; what is told when it cannot be read.</param>
internal readonly record struct ContentKind(ContentFormat Format, string Name)
{
    private static readonly (byte[] Magic, ContentKind Kind)[] Known =
    [
        ([0x1F, 0x8B], new(ContentFormat.Gzip, "gzip")),
        ("PK\x03\x04"u8.ToArray(), new(ContentFormat.Zip, "ZIP archive")),
        ("PK\x05\x06"u8.ToArray(), new(ContentFormat.Zip, "ZIP archive")),
        ([0xFF, 0xD8, 0xFF], Other("JPEG image")),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], Other("PNG image")),
        ("GIF8"u8.ToArray(), Other("GIF image")),
        ("%PDF"u8.ToArray(), Other("PDF document")),
        ("MZ"u8.ToArray(), Other("Windows program")),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], Other("ELF program")),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], Other("7-Zip archive")),
        ("Rar!"u8.ToArray(), Other("RAR archive")),
        ("BZh"u8.ToArray(), Other("bzip2")),
        ([0x28, 0xB5, 0x2F, 0xFD], Other("Zstandard")),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], Other("xz")),
        ([0xFF, 0xFE], Other("UTF-16 text")),
        ([0xFE, 0xFF], Other("UTF-16 text")),
        ("SQLite format 3\0"u8.ToArray(), Other("SQLite database")),
        ("PAR1"u8.ToArray(), Other("Parquet file")),
    ];

    /// <summary>Recognises content by its beginning, never by a name.</summary>
    public static ContentKind Of(ReadOnlySpan<byte> beginning)
    {
        foreach (var (magic, kind) in Known)
        {
            if (beginning.StartsWith(magic))
                return kind;
        }

        return beginning.Contains((byte)0) ? Other("binary data") : new(ContentFormat.Text, "text");
    }

    private static ContentKind Other(string name) => new(ContentFormat.Unknown, name);
}

/// <summary>How content is read.</summary>
internal enum ContentFormat
{
    Text,
    Gzip,
    Zip,
    Unknown,
}
