using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GraphQL.AspNetCore.Tests.Infrastructure;

/// <summary>A response, read whole.</summary>
public sealed record Answer(int Status, string? ContentType, string Text, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? Code => Json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    public string? Message => Json.GetProperty("errors")[0].GetProperty("message").GetString();
}

/// <summary>Requests as tests say them.</summary>
public static class Requests
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";

    public static async Task<Answer> AskAsync(this HttpClient client, HttpRequestMessage request, string? accept = null)
    {
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await client.SendAsync(request);
        return new Answer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(),
            response);
    }

    public static Task<Answer> PostAsync(this HttpClient client, string body, string? accept = null, string? contentType = Json) =>
        client.PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public static Task<Answer> PostAsync(this HttpClient client, byte[] body, string? accept = null, string? contentType = Json)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return client.AskAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content }, accept);
    }

    public static Task<Answer> GetAsync(this HttpClient client, string pathAndQuery, string? accept) =>
        client.AskAsync(new HttpRequestMessage(HttpMethod.Get, pathAndQuery), accept);

    /// <summary>A multipart request; a part whose value is bytes is a file.</summary>
    public static Task<Answer> UploadAsync(this HttpClient client, params (string Name, object Value)[] parts) =>
        client.UploadAsync(withPreflightHeader: true, parts);

    public static Task<Answer> UploadAsync(this HttpClient client, bool withPreflightHeader, params (string Name, object Value)[] parts)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in parts)
        {
            if (value is byte[] bytes)
            {
                var file = new ByteArrayContent(bytes);
                file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
                content.Add(file, name, $"{name}.txt");
            }
            else
            {
                content.Add(new StringContent((string)value), name);
            }
        }

        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        if (withPreflightHeader)
            request.Headers.Add("GraphQL-Preflight", "1");
        return client.AskAsync(request);
    }
}
