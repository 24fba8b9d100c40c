using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests.Hostile;

/// <summary>
/// Whatever comes over the wire is answered in bounded time and memory, with a code. Runs alone, for it counts what the whole process
/// allocates.
/// </summary>
[Collection(nameof(HostileTests))]
[CollectionDefinition(nameof(HostileTests), DisableParallelization = true)]
public sealed class HostileTests(HostileTests.Shared shared) : IClassFixture<HostileTests.Shared>
{
    private const long MostBytes = 160 << 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static TheoryData<string> DocumentNames { get; } = [.. Attacks.Documents.Keys];

    public static TheoryData<string> BodyNames { get; } = [.. Attacks.Bodies.Keys];

    [Theory]
    [MemberData(nameof(DocumentNames))]
    public async Task A_hostile_document_is_refused(string name)
    {
        var (document, code) = Attacks.Documents[name];
        await RefuseAsync(JsonSerializer.SerializeToUtf8Bytes(new { query = document }), code);
    }

    [Theory]
    [MemberData(nameof(BodyNames))]
    public Task A_hostile_body_is_refused(string name) => RefuseAsync(Attacks.Bodies[name].Body, Attacks.Bodies[name].Code);

    [Theory]
    [InlineData("comments", "#x\n", 300_000)]
    [InlineData("commas", ",", 1_000_000)]
    [InlineData("byte order marks", "\uFEFF", 300_000)]
    public async Task What_is_ignored_costs_only_its_length(string what, string ignored, int count)
    {
        var document = string.Concat(Enumerable.Repeat(ignored, count)) + "{ echo(text: \"a\") }";
        var answer = await shared.Host.Client.PostAsync(JsonSerializer.SerializeToUtf8Bytes(new { query = document }, Relaxed));
        Assert.True(answer.Status is 200 or 413, $"{what}: {answer.Status} {answer.Text}");
    }

    [Fact]
    public async Task Keys_that_hash_alike_cost_no_more_than_others()
    {
        // members of an unknown input object, in order and out of it; the map of a JSON document is a list, and text hashes are seeded
        var keys = string.Join(',', Enumerable.Range(0, 20_000).Select(static i => $"\"{Convert.ToString(i, 2).Replace('0', 'A').Replace("1", "BB", StringComparison.Ordinal)}\":1"));
        await RefuseAsync(Attacks.Json("query ($t: TreeInput) { take(tree: $t) }", "{\"t\":{" + keys + "}}"), "BAD_VARIABLE");
    }

    [Fact]
    public async Task Ten_thousand_failing_fields_give_a_hundred_errors_and_a_count()
    {
        var document = "{ things(first: 200) { " + Attacks.Repeat(50, i => $"b{i}: broken ") + "} }";
        var answer = await shared.Host.AskAsync(document);
        var errors = answer.Json.GetProperty("errors");
        Assert.Equal(101, errors.GetArrayLength());
        Assert.Equal("LIMIT_EXCEEDED", errors[100].GetProperty("extensions").GetProperty("code").GetString());
        Assert.DoesNotContain(TestSchema.Secret, answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Text.Length, 1, 500_000);
    }

    [Fact]
    public async Task An_error_of_a_field_that_is_merged_often_names_few_places()
    {
        var answer = await shared.Host.AskAsync("{ " + Attacks.Repeat(1_000, _ => "fail ") + "}");
        Assert.InRange(answer.Json.GetProperty("errors")[0].GetProperty("locations").GetArrayLength(), 1, 40);
    }

    [Fact]
    public void Whatever_bytes_come_as_a_document_the_answer_is_no_failure_of_the_server()
    {
        var fragments = Gen.Elements(
            "{", "}", "(", ")", "[", "]", "query", "mutation", "subscription", "fragment", " on ", "Thing", "thing", "things", "self", "id", "echo", "text:", "...", "@skip(if: true)",
            "$v", ": Int", "\"", "\"\"\"", "\\u{1F600}", "\\uD800", "1e9", "-0", "#", "\n", ",", "\uFEFF", "\0", "__schema", "types", "fail", "first: 2", "\u00E9", "=", "!", "|", "&");
        var documents = Gen.ListOf(fragments, 25).Select(static parts => Encoding.UTF8.GetBytes(string.Join(' ', parts)));
        var bytes = Gen.ArrayOf(Gen.Choose(0, 255).Select(static value => (byte)value));
        var all = Gen.OneOf(documents, bytes, documents.Select(static valid => (byte[])[.. "{ thing { id } "u8, .. valid, .. " }"u8]));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400),
            Prop.ForAll(all.ToArbitrary(), document =>
            {
                // as text where that can be said in JSON, else as bytes in the place of the text
                byte[] body = [.. "{\"query\":\""u8, .. Escape(document), .. "\"}"u8];
                var answer = shared.Host.Client.PostAsync(body, Requests.GraphQLResponse).GetAwaiter().GetResult();
                var isWhole = answer.Status is 200 or 400 or 406 or 405;
                return isWhole && answer.Json.ValueKind == JsonValueKind.Object && !answer.Text.Contains(TestSchema.Secret, StringComparison.Ordinal);
            }));
    }

    private static JsonSerializerOptions Relaxed { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<byte> Escape(byte[] document)
    {
        foreach (var value in document)
        {
            if (value is (byte)'"' or (byte)'\\')
                yield return (byte)'\\';
            if (value >= 0x20)
            {
                yield return value;
                continue;
            }

            foreach (var letter in Encoding.ASCII.GetBytes($"\\u{(int)value:X4}"))
                yield return letter;
        }
    }

    private async Task RefuseAsync(byte[] body, string code)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes();
        var answer = await shared.Host.Client.PostAsync(body, Requests.GraphQLResponse);
        Assert.True(answer.Status is 400 or 413, $"{answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        Assert.Equal(code, answer.Code);
        Assert.InRange(answer.Text.Length, 1, 300_000);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MostBytes);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Longest);
        Assert.Equal(200, (await shared.Host.AskAsync("{ echo }")).Status);
    }

    /// <summary>One server for all attacks: it must outlive each.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public HostileHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await HostileHost.StartAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
