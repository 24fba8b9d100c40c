using System.Security.Cryptography;
using System.Text;
using GraphQL.AspNetCore.Tests.Infrastructure;

namespace GraphQL.AspNetCore.Tests;

public sealed class MultipartTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Operations = """{"query":"mutation ($file: Upload!) { upload(file: $file) }","variables":{"file":null}}""";
    private const string Map = """{"0":["variables.file"]}""";
    private static readonly byte[] File = "Hello, file."u8.ToArray();

    [Fact]
    public async Task A_file_arrives_whole_and_is_gone_afterwards()
    {
        var file = new byte[3_000_001];
        new Random(1).NextBytes(file);

        var answer = await shared.Host.Client.UploadAsync(("operations", Operations), ("map", Map), ("0", file));

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            $"0.txt text/plain 3000001 {Convert.ToHexStringLower(SHA256.HashData(file))}",
            answer.Json.GetProperty("data").GetProperty("upload").GetString());
        await AllFilesGoAsync();
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        var answer = await shared.Host.Client.UploadAsync(("operations", Operations), ("map", Map), ("0", Array.Empty<byte>()));

        Assert.Contains(" 0 ", answer.Json.GetProperty("data").GetProperty("upload").GetString());
    }

    [Fact]
    public async Task Several_files_find_their_places_in_a_list()
    {
        var answer = await shared.Host.Client.UploadAsync(
            ("operations", """{"query":"mutation ($files: [Upload!]!) { uploadAll(files: $files) }","variables":{"files":[null,null,null]}}"""),
            ("map", """{"a":["variables.files.1"],"b":["variables.files.0","variables.files.2"]}"""),
            ("b", "of b"u8.ToArray()),
            ("a", "of a"u8.ToArray()));

        Assert.Equal("""{"data":{"uploadAll":["of b","of a","of b"]}}""", answer.Text);
        await AllFilesGoAsync();
    }

    [Fact]
    public async Task A_file_that_the_application_has_moved_away_stays()
    {
        var kept = Path.GetTempFileName();
        try
        {
            var answer = await shared.Host.Client.UploadAsync(
                ("operations", $$"""{"query":"mutation ($file: Upload!, $to: String!) { keep(file: $file, to: $to) }","variables":{"file":null,"to":"{{kept}}"} }"""),
                ("map", Map),
                ("0", File));

            Assert.Equal("""{"data":{"keep":true}}""", answer.Text);
            await AllFilesGoAsync();
            Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(kept));
        }
        finally
        {
            System.IO.File.Delete(kept);
        }
    }

    [Fact]
    public async Task A_key_without_a_file_is_no_file()
    {
        var answer = await shared.Host.Client.PostAsync(
            """{"query":"mutation ($file: Upload!) { upload(file: $file) }","variables":{"file":"0"}}""", Requests.GraphQLResponse);

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_VARIABLE", answer.Code);
    }

    public static TheoryData<string, (string, object)[], int, string> Faulty => new()
    {
        { "no operations", [("map", Map), ("0", File)], 400, "\"operations\" part must be the first part" },
        { "file first", [("0", File), ("operations", Operations), ("map", Map)], 400, "\"operations\" part must be the first part" },
        { "no map", [("operations", Operations)], 400, "\"map\" part is missing" },
        { "file before map", [("operations", Operations), ("0", File), ("map", Map)], 400, "\"map\" part must follow" },
        { "file missing", [("operations", Operations), ("map", Map)], 400, "\"0\" that the \"map\" part names is missing" },
        { "file twice", [("operations", Operations), ("map", Map), ("0", File), ("0", File)], 400, "\"0\" is sent twice" },
        { "file not in map", [("operations", Operations), ("map", Map), ("0", File), ("1", File)], 400, "\"1\" is not named" },
        { "text instead of a file", [("operations", Operations), ("map", Map), ("0", "text")], 400, "\"0\" is not a file" },
        { "operations not json", [("operations", "{"), ("map", Map), ("0", File)], 400, "\"operations\" part is not valid JSON" },
        { "operations without query", [("operations", "{}"), ("map", Map), ("0", File)], 400, "no \"query\"" },
        { "batch", [("operations", $"[{Operations}]"), ("map", Map), ("0", File)], 400, "a batch" },
        { "map not json", [("operations", Operations), ("map", "{"), ("0", File)], 400, "\"map\" part is not valid JSON" },
        { "map an array", [("operations", Operations), ("map", "[]"), ("0", File)], 400, "must be a JSON object" },
        { "map of strings", [("operations", Operations), ("map", """{"0":"variables.file"}"""), ("0", File)], 400, "an array of paths" },
        { "map of nothing", [("operations", Operations), ("map", """{"0":[]}"""), ("0", File)], 400, "at least one" },
        { "map of numbers", [("operations", Operations), ("map", """{"0":[1]}"""), ("0", File)], 400, "paths as strings" },
        { "map twice", [("operations", Operations), ("map", """{"0":["variables.file"],"0":["variables.file"]}"""), ("0", File)], 400, "names a file twice" },
        { "half a surrogate", [("operations", Operations), ("map", """{"0":["variables.\ud800"]}"""), ("0", File)], 400, "\"map\" part is not valid" },
        { "path elsewhere", [("operations", Operations), ("map", """{"0":["query"]}"""), ("0", File)], 400, "must start with \"variables.\"" },
        { "path into a batch", [("operations", Operations), ("map", """{"0":["0.variables.file"]}"""), ("0", File)], 400, "must start with \"variables.\"" },
        { "path to nowhere", [("operations", Operations), ("map", """{"0":["variables.other"]}"""), ("0", File)], 400, "leads nowhere" },
        { "path through a null", [("operations", Operations), ("map", """{"0":["variables.file.x"]}"""), ("0", File)], 400, "leads nowhere" },
        { "path without variables", [("operations", """{"query":"{ hello }"}"""), ("map", Map), ("0", File)], 400, "leads nowhere" },
        { "path to a value", [("operations", Operations.Replace("null", "1", StringComparison.Ordinal)), ("map", Map), ("0", File)], 400, "must lead to a null" },
        { "same place twice", [("operations", Operations), ("map", """{"0":["variables.file","variables.file"]}"""), ("0", File)], 400, "must lead to a null" },
        { "path too deep", [("operations", Operations), ("map", $$"""{"0":["variables{{string.Concat(Enumerable.Repeat(".a", 17))}}"]}"""), ("0", File)], 413, "more than 16 steps" },
        { "too many paths", [("operations", Operations), ("map", $$"""{"0":[{{string.Join(',', Enumerable.Repeat("\"variables.a\"", 65))}}]}"""), ("0", File)], 413, "more than 64 paths" },
        { "too many files", [("operations", Operations), ("map", $$"""{{{string.Join(',', Enumerable.Range(0, 17).Select(i => $"\"{i}\":[\"variables.a\"]"))}}}"""), ("0", File)], 413, "more than 16 files" },
        { "huge map", [("operations", Operations), ("map", new string(' ', 70_000) + Map), ("0", File)], 413, "\"map\" part is larger than 65536 bytes" },
        { "huge operations", [("operations", new string(' ', 1_100_000) + Operations), ("map", Map), ("0", File)], 413, "\"operations\" part is larger than 1048576 bytes" },
        { "index out of range", [("operations", """{"query":"{ hello }","variables":{"a":[null]}}"""), ("map", """{"0":["variables.a.1"]}"""), ("0", File)], 400, "leads nowhere" },
        { "index negative", [("operations", """{"query":"{ hello }","variables":{"a":[null]}}"""), ("map", """{"0":["variables.a.-1"]}"""), ("0", File)], 400, "leads nowhere" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_upload_is_refused_with_the_reason(string what, (string, object)[] parts, int status, string expected)
    {
        Assert.NotEmpty(what);
        var answer = await shared.Host.Client.UploadAsync(parts);

        Assert.Contains(expected, answer.Message);
        Assert.Equal(status, answer.Status);
        await AllFilesGoAsync();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Multipart.MaxFileBytes = 1000);

        Assert.Equal(200, (await host.Client.UploadAsync(("operations", Operations), ("map", Map), ("0", new byte[1000]))).Status);
        var answer = await host.Client.UploadAsync(("operations", Operations), ("map", Map), ("0", new byte[1001]));

        Assert.Equal(413, answer.Status);
        Assert.Equal("LIMIT_EXCEEDED", answer.Code);
        await GraphQLHost.EventuallyAsync(() => host.FilesOnDisk.Count == 0, "no file is left");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Multipart.MaxBodyBytes = 10_000);

        var answer = await host.Client.UploadAsync(("operations", Operations), ("map", Map), ("0", new byte[10_000]));

        Assert.Equal(413, answer.Status);
    }

    [Fact]
    public async Task Uploads_may_be_larger_than_what_the_server_holds_in_memory()
    {
        await using var host = await GraphQLHost.StartAsync(configureServer: server => server.Limits.MaxRequestBodySize = 1000);

        var answer = await host.Client.UploadAsync(("operations", Operations), ("map", Map), ("0", new byte[100_000]));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Without_the_preflight_header_no_upload_is_read()
    {
        var answer = await shared.Host.Client.UploadAsync(withPreflightHeader: false, ("operations", Operations), ("map", Map), ("0", File));

        Assert.Equal(400, answer.Status);
        Assert.Contains("GraphQL-Preflight", answer.Message);
    }

    [Fact]
    public async Task The_preflight_header_can_be_waived()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Multipart.RequirePreflightHeader = false);

        var answer = await host.Client.UploadAsync(withPreflightHeader: false, ("operations", Operations), ("map", Map), ("0", File));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Uploads_can_be_switched_off()
    {
        await using var host = await GraphQLHost.StartAsync(options => options.Multipart.Enabled = false);

        var answer = await host.Client.UploadAsync(("operations", Operations), ("map", Map), ("0", File));

        Assert.Equal(415, answer.Status);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_boundary_is_needed(string contentType)
    {
        var answer = await PostRawAsync("--x--\r\n", contentType);

        Assert.Equal(400, answer.Status);
        Assert.Contains("boundary", answer.Message);
    }

    [Fact]
    public async Task Something_must_be_sent()
    {
        var answer = await PostRawAsync("--x--\r\n", "multipart/form-data; boundary=x");

        Assert.Equal(400, answer.Status);
        Assert.Contains("\"operations\" part is missing", answer.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--x")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{ hello }\"}")]
    [InlineData("no boundary in sight")]
    public async Task A_body_that_ends_too_early_is_refused(string body)
    {
        var answer = await PostRawAsync(body, "multipart/form-data; boundary=x");

        Assert.Equal(400, answer.Status);
        Assert.Equal("BAD_REQUEST", answer.Code);
    }

    [Theory]
    [InlineData("--x\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: attachment\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("--x\r\nContent-Disposition: form-data\r\n\r\n{}\r\n--x--\r\n")]
    public async Task A_part_without_a_name_is_refused(string body)
    {
        var answer = await PostRawAsync(body, "multipart/form-data; boundary=x");

        Assert.Equal(400, answer.Status);
        Assert.Contains("has no name", answer.Message);
    }

    [Fact]
    public async Task Endless_headers_of_a_part_are_refused()
    {
        var answer = await PostRawAsync($"--x\r\nA: {new string('a', 100_000)}\r\n\r\n{{}}\r\n--x--\r\n", "multipart/form-data; boundary=x");

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("C:\\\\logs\\\\night.txt", "night.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    public async Task A_file_name_loses_its_folders(string sent, string expected)
    {
        var answer = await PostRawAsync(
            $"--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{Operations}\r\n"
            + $"--x\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{Map}\r\n"
            + $"--x\r\nContent-Disposition: form-data; name=\"0\"; filename=\"{sent}\"\r\n\r\nx\r\n--x--\r\n",
            "multipart/form-data; boundary=x");

        Assert.StartsWith($"{expected} ", answer.Json.GetProperty("data").GetProperty("upload").GetString());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var connection = await shared.Host.ConnectAsync();
        var head = $"--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{Operations}\r\n"
            + $"--x\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{Map}\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"0\"; filename=\"a\"\r\n\r\n";
        await connection.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: x\r\nGraphQL-Preflight: 1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 900000\r\n\r\n{head}"));
        await connection.WriteAsync(new byte[100_000]);
        await GraphQLHost.EventuallyAsync(() => shared.Host.FilesOnDisk.Count == 1, "the file is begun");

        connection.Socket.Close(0);

        await AllFilesGoAsync();
    }

    private Task AllFilesGoAsync() => GraphQLHost.EventuallyAsync(() => shared.Host.FilesOnDisk.Count == 0, "no file is left");

    private Task<Answer> PostRawAsync(string body, string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        return shared.Host.Client.AskAsync(request);
    }
}
