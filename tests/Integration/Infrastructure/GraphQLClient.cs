using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Integration.Infrastructure;

/// <summary>GraphQL as a program speaks it.</summary>
public static class GraphQLClient
{
    /// <summary>The data of an operation that must succeed.</summary>
    public static async Task<JsonElement> QueryAsync(this HttpClient client, string query, object? variables = null)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query, variables });
        return await ReadAsync(response);
    }

    /// <summary>The data of an operation with a file in its variable <c>file</c>.</summary>
    public static async Task<JsonElement> UploadAsync(this HttpClient client, string query, string path)
    {
        await using var content = File.OpenRead(path);
        return await client.UploadAsync(query, content, Path.GetFileName(path));
    }

    /// <summary>The data of an operation with a file in its variable <c>file</c>, sent as it is read.</summary>
    public static async Task<JsonElement> UploadAsync(this HttpClient client, string query, Stream file, string fileName)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(new { query, variables = new { file = (string?)null } })), "operations" },
            { new StringContent("""{"0":["variables.file"]}"""), "map" },
        };
        using var part = new StreamContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        content.Add(part, "0", fileName);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var response = await client.SendAsync(request);
        return await ReadAsync(response);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var json = JsonDocument.Parse(text).RootElement;
        Assert.False(json.TryGetProperty("errors", out _), text);
        return json.GetProperty("data");
    }
}
