using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Guildhall.Domain.Encounters.Generation;
using Integration.Infrastructure;

namespace Integration;

/// <summary>What nobody should send: each is answered with where and why, or counted, and the server stays small and up.</summary>
public sealed class BadInputTests(BadInputTests.Host host) : IClassFixture<BadInputTests.Host>
{
    private const long MaximumMemory = 300_000_000;

    private static readonly byte[] Header =
        Encoding.UTF8.GetBytes("2/16/2026 20:00:00.0001  COMBAT_LOG_VERSION,22,ADVANCED_LOG_ENABLED,1,BUILD_VERSION,12.0.5,PROJECT_ID,1\n");

    private const string Import = """
        mutation ($file: Upload!) {
          importCombatLog(input: { source: { upload: $file } }) {
            logs { state linesRead linesSkipped eventsRead problems { nodes { line reason detail text } } encounters { totalCount } }
            errors {
              __typename
              ... on UserError { code message path }
              ... on UnsupportedFormatError { detected }
              ... on SourceRefusedError { source }
            }
          }
        }
        """;

    public static TheoryData<string, string, string> Refused => new()
    {
        { "empty", "UNSUPPORTED_FORMAT", "empty" },
        { "jpeg", "UNSUPPORTED_FORMAT", "JPEG" },
        { "prose", "UNSUPPORTED_FORMAT", "" },
        { "zip bomb", "SOURCE_REFUSED", "" },
        { "gzip bomb", "SOURCE_REFUSED", "" },
        { "zip without a log", "UNSUPPORTED_FORMAT", "" },
        { "broken gzip", "UNSUPPORTED_FORMAT", "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_log_is_refused_with_a_reason(string kind, string code, string says)
    {
        var answer = await UploadAsync(new MemoryStream(Content(kind)), "WoWCombatLog.txt");

        var error = answer.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Contains(says, error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["source", "upload"], error.GetProperty("path").EnumerateArray().Select(part => part.GetString()));
        Assert.Equal(0, answer.GetProperty("logs").GetArrayLength());
    }

    [Theory]
    [InlineData(1)] // in the middle of a line
    [InlineData(2)] // in the middle of a character
    public async Task A_log_that_stops_in_the_middle_is_kept_up_to_there(int cut)
    {
        var whole = Encoding.UTF8.GetString(Night(seed: (ulong)(40 + cut)));
        var lines = whole.Split("\r\n");
        var last = Array.FindLastIndex(lines, line => line.Contains('ä', StringComparison.Ordinal));
        var kept = Encoding.UTF8.GetBytes(string.Join("\r\n", lines[..last]) + "\r\n");
        var torn = Encoding.UTF8.GetBytes(lines[last]);
        var at = cut == 1 ? torn.Length / 2 : Array.IndexOf(torn, (byte)0xC3) + 1;

        var answer = await UploadAsync(new MemoryStream([.. kept, .. torn[..at]]), "WoWCombatLog.txt");

        var log = answer.GetProperty("logs")[0];
        Assert.Equal("COMPLETED", log.GetProperty("state").GetString());
        Assert.Equal(1, log.GetProperty("linesSkipped").GetInt64());
        Assert.Equal(last, log.GetProperty("eventsRead").GetInt64());
        var problem = log.GetProperty("problems").GetProperty("nodes")[0];
        Assert.Equal((last + 1, "TRUNCATED"), (problem.GetProperty("line").GetInt32(), problem.GetProperty("reason").GetString()));
        Assert.True(log.GetProperty("encounters").GetProperty("totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task A_gigabyte_of_one_line_is_counted_once_and_never_held()
    {
        var tail = Encoding.UTF8.GetBytes("\n2/16/2026 20:00:01.0001  ZONE_CHANGE,2939,\"Hall\",15\n");

        var answer = await UploadAsync(new LongLine(Header, 1_000_000_000, tail), "WoWCombatLog.txt");

        var log = answer.GetProperty("logs")[0];
        Assert.Equal(3, log.GetProperty("linesRead").GetInt64());
        Assert.Equal("TOO_LONG", log.GetProperty("problems").GetProperty("nodes")[0].GetProperty("reason").GetString());
        Assert.True(host.Process.PeakMemory < MaximumMemory, $"{host.Process.PeakMemory:N0} bytes");
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/proc/self/environ")]
    [InlineData("no such file")]
    public async Task A_path_outside_the_allowed_folders_is_refused(string path)
    {
        var data = await host.Process.Client.QueryAsync(
            "mutation ($path: String!) { importCombatLog(input: { source: { path: $path } }) { logs { id } errors { ... on SourceRefusedError { code source message } } } }",
            new { path });

        var error = data.GetProperty("importCombatLog").GetProperty("errors")[0];
        Assert.Equal("SOURCE_REFUSED", error.GetProperty("code").GetString());
        Assert.Contains("CombatLogs:AllowedFolders", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "{ __typename }", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "query={__typename}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{\"query\": \"{ __typename }\"", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[]", HttpStatusCode.BadRequest)]
    public async Task A_request_that_is_none_is_told_so(string mediaType, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(mediaType));

        using var response = await host.Process.Client.PostAsync("/graphql", content);

        Assert.Equal(status, response.StatusCode);
        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.NotEmpty(errors[0].GetProperty("message").GetString()!);
    }

    private static byte[] Content(string kind) => kind switch
    {
        "empty" => [],
        "jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, .. new byte[4_000]],
        "prose" => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("It was a dark and stormy night.", 500))),
        "zip bomb" => Zip("WoWCombatLog.txt", Bomb()),
        "gzip bomb" => Gzip(Bomb()),
        "zip without a log" => Zip("holiday.jpg", new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 0, 0])),
        "broken gzip" => Gzip(new MemoryStream(Night(seed: 3)))[..2_000],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Begins as a log does, so that only its size gives it away.</summary>
    private static LongLine Bomb() => new(Header, 400_000_000, []);

    private static byte[] Zip(string name, Stream content)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var member = archive.CreateEntry(name, CompressionLevel.Optimal).Open())
            content.CopyTo(member);
        return bytes.ToArray();
    }

    private static byte[] Gzip(Stream content)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new GZipStream(bytes, CompressionLevel.Optimal))
            content.CopyTo(compressed);
        return bytes.ToArray();
    }

    private static byte[] Night(ulong seed)
    {
        using var stream = new MemoryStream();
        CombatLogGenerator.Write(stream, new GeneratorOptions { Seed = seed, Lines = 1_000, PullLength = 10_000 });
        return stream.ToArray();
    }

    private async Task<JsonElement> UploadAsync(Stream content, string fileName)
    {
        var data = await host.Process.Client.UploadAsync(Import, content, fileName);
        return data.GetProperty("importCombatLog");
    }

    /// <summary>A host that only bad input comes to.</summary>
    public sealed class Host : HostFixture;

    /// <summary>Bytes that need not be anywhere to be sent.</summary>
    private sealed class LongLine(byte[] head, long length, byte[] tail) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => head.Length + length + tail.Length;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, Length - _position);
            for (var i = 0; i < count;)
            {
                var at = _position + i;
                if (at >= head.Length && at < head.Length + length)
                {
                    var run = (int)Math.Min(count - i, head.Length + length - at);
                    buffer.Slice(i, run).Fill((byte)'a');
                    i += run;
                    continue;
                }

                buffer[i++] = at < head.Length ? head[at] : tail[at - head.Length - length];
            }

            _position += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
