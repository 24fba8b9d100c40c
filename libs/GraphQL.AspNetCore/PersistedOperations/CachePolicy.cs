using System.Security.Cryptography;
using GraphQL.AspNetCore.Compression;
using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphQL.AspNetCore.PersistedOperations;

/// <summary>
/// What caches may do with an answer: those to a GET of a named document have a tag, by which a cache asks whether it still holds; all
/// others are kept by none.
/// </summary>
/// <param name="options">What the host allows.</param>
/// <param name="executors">Know whether roles decide about answers; then each is its caller's alone.</param>
internal sealed class CachePolicy(PersistedOperationOptions options, RequestExecutors executors)
{
    private readonly bool _mayShare = options.CacheIsShared && executors.Views.Roles.Count == 0;

    private readonly string _private = options.CacheMaxAge is { } age ? $"private, max-age={(long)age.TotalSeconds}" : "private, no-cache";
    private readonly string _shared = options.CacheMaxAge is { } age ? $"public, max-age={(long)age.TotalSeconds}" : "public, no-cache";

    /// <summary>Never for errors, nor for what is not a query, nor with what a header asked to be told beside the answer.</summary>
    public static bool IsCacheable(HttpRequest request, RequestParameters parameters, ExecutionResult result) =>
        parameters.IsPersisted && HttpMethods.IsGet(request.Method) && result is { Outcome: ExecutionOutcome.Executed, HasErrors: false }
        && !request.Headers.ContainsKey(PlanHeader.Name) && !request.Headers.ContainsKey(CostHeader.Name);

    /// <summary>The bytes of a response as it is sent have one tag, so one of each form and coding.</summary>
    public static string Tag(ReadOnlySpan<byte> body, ResponseFormat format, ContentCoding coding)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return $"\"{Convert.ToHexStringLower(digest[..16])}-{(format == ResponseFormat.Json ? 'j' : 'g')}-{coding.Name}\"";
    }

    /// <summary>True when the client holds the answer of that tag; RFC 9110, section "If-None-Match".</summary>
    public static bool IsHeld(HttpRequest request, string tag)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch) || !EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var held))
            return false;
        var wanted = new EntityTagHeaderValue(tag);
        return held.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(wanted, useStrongComparison: false));
    }

    /// <summary>
    /// Of an answer that may be kept. One to a request with credentials, or of a caller whom the host knows by anything else, is its
    /// sender's alone.
    /// </summary>
    public string CacheControl(HttpContext context) =>
        _mayShare && context.Request.Headers.Authorization.Count == 0 && context.Request.Headers.Cookie.Count == 0 && !IsKnown(context)
            ? _shared
            : _private;

    private static bool IsKnown(HttpContext context) =>
        context.Features.Get<IHttpAuthenticationFeature>()?.User?.Identity is { IsAuthenticated: true };
}
