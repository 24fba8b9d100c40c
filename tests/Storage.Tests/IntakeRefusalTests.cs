using System.IO.Compression;
using System.Text;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Storage.Tests;

public sealed class IntakeRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private StorageRig? _rig;

    public static TheoryData<string, byte[], string> Contents => new()
    {
        { "nothing", [], "empty file" },
        { "blank lines", "\n\r\n  \n"u8.ToArray(), "text" },
        { "a picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J'], "JPEG image" },
        { "another", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "PNG image" },
        { "a document", "%PDF-1.7\n"u8.ToArray(), "PDF document" },
        { "a program", [(byte)'M', (byte)'Z', 0x90, 0, 3], "Windows program" },
        { "a letter", "Dear guild,\nplease find attached\n"u8.ToArray(), "text" },
        { "bytes", [1, 0, 2, 0], "binary data" },
        { "text of two bytes", [0xFF, 0xFE, (byte)'2', 0], "UTF-16 text" },
        { "gzip of nothing", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1], "text" },
        { "half gzip", Gzip(Samples.Text(20_000))[..^2_000], "damaged gzip" },
        { "damaged gzip", Damaged(Gzip(Samples.Text(20_000))), "damaged gzip" },
        { "half zip", "PK\x03\x04 and no more"u8.ToArray(), "damaged ZIP archive" },
        { "gzip of a letter", Gzip("Dear guild,\n"u8), "text" },
        { "gzip of a picture", Gzip([0xFF, 0xD8, 0xFF, 0xE0, 0]), "JPEG image" },
        { "zip of letters", Zip(("letter.txt", "Dear guild,\n"u8.ToArray())), "ZIP archive without a combat log" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task What_is_no_combat_log_is_refused_with_what_it_is(string name, byte[] content, string detected)
    {
        var error = Assert.IsType<UnsupportedFormatError>((await ImportAsync(content, name)).Error);
        Assert.Equal(detected, error.Detected);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task Text_that_is_mostly_something_else_is_refused()
    {
        byte[] content = [.. Samples.Text(200), .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("not a line of a log\n", 201)))];
        Assert.IsType<UnsupportedFormatError>((await ImportAsync(content)).Error);
    }

    [Fact]
    public async Task A_note_before_the_first_line_is_no_reason_to_refuse()
    {
        byte[] content = [.. "# kept from last night\n\n"u8, .. Samples.Text(20)];
        Assert.Null((await ImportAsync(content)).Error);
    }

    [Fact]
    public async Task A_few_damaged_lines_are_no_reason_to_refuse()
    {
        byte[] content = [.. Samples.Text(20), .. "garbage\n\xFF\xFE\n"u8, .. Samples.Text(20, from: 20)];
        Assert.Null((await ImportAsync(content)).Error);
    }

    [Theory]
    [InlineData("inner.gz")]
    [InlineData("inner.zip")]
    public async Task An_archive_in_an_archive_is_refused(string member)
    {
        var inner = member.EndsWith("gz", StringComparison.Ordinal) ? Gzip(Samples.Text(10)) : Zip(("log.txt", Samples.Text(10)));
        var error = Assert.IsType<SourceRefusedError>((await ImportAsync(Zip(("good.txt", Samples.Text(10)), (member, inner)))).Error);
        Assert.Equal(member, error.Source);
        Assert.IsType<SourceRefusedError>((await ImportAsync(Gzip(inner))).Error);
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/log.txt")]
    [InlineData("a/../../b.txt")]
    [InlineData("..\\b.txt")]
    [InlineData("C:\\b.txt")]
    public async Task A_member_that_leads_out_of_its_archive_is_refused(string member)
    {
        var error = Assert.IsType<SourceRefusedError>((await ImportAsync(Zip((member, Samples.Text(10))))).Error);
        Assert.Equal(member, error.Source);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_bomb_is_refused_long_before_it_is_unpacked()
    {
        var line = Samples.Text(1);
        var bomb = Zip("bomb.txt", stream =>
        {
            var mebibyte = Enumerable.Repeat(line, (1 << 20) / line.Length).SelectMany(bytes => bytes).ToArray();
            for (var count = 0; count < 512; count++)
                stream.Write(mebibyte);
        });
        Assert.InRange(bomb.Length, 1, 4 << 20);

        var error = Assert.IsType<SourceRefusedError>((await ImportAsync(bomb, options: new ImportOptions { MaxCompressionRatio = 50 })).Error);
        Assert.Equal("bomb.txt", error.Source);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_is_too_large_is_refused_with_the_limit()
    {
        var options = new ImportOptions { MaxLogBytes = 10_000, MaxArchiveBytes = 15_000, MaxArchiveMembers = 3 };
        var small = Samples.Text(100);
        Assert.InRange(small.Length, 5_000, 9_999);

        Assert.Equal(10_000, Assert.IsType<LimitReachedError>((await ImportAsync(Samples.Text(300), options: options)).Error).Limit);
        Assert.Equal(10_000, Assert.IsType<LimitReachedError>((await ImportAsync(Gzip(Samples.Text(300)), options: options)).Error).Limit);
        Assert.Equal(15_000, Assert.IsType<LimitReachedError>((await ImportAsync(Zip(("1", small), ("2", small), ("3", small)), options: options)).Error).Limit);
        Assert.Equal(3, Assert.IsType<LimitReachedError>((await ImportAsync(Zip([.. Enumerable.Range(0, 4).Select(index => (index.ToString(), Samples.Text(1)))]), options: options)).Error).Limit);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task The_queue_is_bounded()
    {
        var options = new ImportOptions { MaxQueued = 1 };
        Assert.Null((await ImportAsync(Samples.Text(10), options: options)).Error);
        Assert.Equal(1, Assert.IsType<LimitReachedError>((await ImportAsync(Samples.Text(10, from: 30), options: options)).Error).Limit);
        Assert.Single(_rig!.SpooledFiles);
    }

    [Fact]
    public async Task Paths_are_taken_from_allowed_folders_only_and_links_are_followed_first()
    {
        var allowed = Directory.CreateDirectory(_folder.File("allowed")).FullName;
        var secret = _folder.File("secret.txt");
        await File.WriteAllBytesAsync(secret, Samples.Text(10));
        await File.WriteAllBytesAsync(Path.Combine(allowed, "log.txt"), Samples.Text(10));
        File.CreateSymbolicLink(Path.Combine(allowed, "link.txt"), secret);
        Directory.CreateSymbolicLink(Path.Combine(allowed, "folder"), _folder.Path);
        File.CreateSymbolicLink(Path.Combine(allowed, "circle"), Path.Combine(allowed, "circle"));
        File.CreateSymbolicLink(_folder.File("in.txt"), Path.Combine(allowed, "log.txt"));
        Directory.CreateDirectory(_folder.File("allowed-not"));
        await File.WriteAllBytesAsync(_folder.File("allowed-not/log.txt"), Samples.Text(10));
        using var rig = new StorageRig(_folder, options: new ImportOptions { AllowedFolders = [allowed] });

        foreach (var path in (string[])[secret, "allowed/../secret.txt", "allowed/link.txt", "allowed/folder/secret.txt", "allowed/circle", "allowed/missing.txt", "allowed", "allowed-not/log.txt", "/etc/passwd", "a\0b"])
        {
            var result = await rig.Intake.ImportPathAsync(Samples.Player(1), Path.Combine(_folder.Path, path), new ImportSettings());
            Assert.True(result.Error is SourceRefusedError, path);
        }

        foreach (var path in (string[])["allowed/log.txt", "in.txt"])
            Assert.Null((await rig.Intake.ImportPathAsync(Samples.Player(1), _folder.File(path), new ImportSettings())).Error);

        Assert.True(File.Exists(Path.Combine(allowed, "log.txt")));
    }

    [Theory]
    [InlineData(1999, 0, "year")]
    [InlineData(2026, 900, "utcOffsetMinutes")]
    public async Task Settings_out_of_range_are_refused_by_their_field(int year, int offset, string field)
    {
        using var rig = new StorageRig(_folder);
        using var content = new MemoryStream(Samples.Text(1));
        var result = await rig.Intake.ImportStreamAsync(Samples.Player(1), content, "log.txt", new ImportSettings { Year = year, UtcOffsetMinutes = offset });
        Assert.Equal(field, Assert.IsType<InvalidInputError>(result.Error).Field);
    }

    public void Dispose()
    {
        _rig?.Dispose();
        _folder.Dispose();
    }

    private static byte[] Damaged(byte[] content)
    {
        content.AsSpan(content.Length / 2, 16).Reverse();
        return content;
    }

    private static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);

        return result.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var result = new MemoryStream();
        using (var archive = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return result.ToArray();
    }

    private static byte[] Zip(string name, Action<Stream> write)
    {
        using var result = new MemoryStream();
        using (var archive = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = archive.CreateEntry(name).Open();
            write(stream);
        }

        return result.ToArray();
    }

    private async Task<ImportResult> ImportAsync(byte[] content, string name = "upload", ImportOptions? options = null)
    {
        _rig ??= new StorageRig(_folder, options: options);
        using var stream = new MemoryStream(content);
        return await _rig.Intake.ImportStreamAsync(Samples.Player(1), stream, name, new ImportSettings());
    }

    private void AssertNothingIsLeft()
    {
        Assert.Empty(_rig!.SpooledFiles);
        Assert.Equal(0, _rig.Read(context => context.LogRows.Count()));
    }
}
