using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Batching;

/// <summary>
/// Answers a JSON array of requests. They are strangers to each other: they run in no order, and what fails in one is told in its place. An
/// array with an element that is no request is refused as a whole.
/// </summary>
internal sealed class BatchResponder(RequestPipeline pipeline, BatchingOptions options, JsonRequestParser parser, ResponseWriter writer)
{
    /// <summary>True for an array, whatever is in it.</summary>
    public bool Concerns(ReadOnlySpan<byte> body)
    {
        if (!options.Enabled)
            return false;
        var start = body.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && body[start] == '[';
    }

    /// <summary>Executes the requests and writes their results.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="body">The array.</param>
    /// <param name="owner">Owns what the requests need.</param>
    /// <param name="format">Of the answer.</param>
    /// <param name="allows">Which operations the transport allows.</param>
    public async ValueTask AnswerAsync(
        HttpContext context, ReadOnlyMemory<byte> body, RequestParameters owner, ResponseFormat format, Func<OperationType, bool> allows)
    {
        var requests = Parse(body, owner);
        var results = new ExecutionResult?[requests.Count];
        var next = -1;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(options.MaxConcurrency, requests.Count)).Select(_ => WorkAsync()));
            await writer.WriteAsync(context, results!, format);
        }
        finally
        {
            foreach (var result in results)
                result?.Dispose();
        }

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref next) is var index && index < requests.Count)
                results[index] = await pipeline.ExecuteAsync(context, requests[index], allows, context.RequestAborted);
        }
    }

    private List<RequestParameters> Parse(ReadOnlyMemory<byte> body, RequestParameters owner)
    {
        var requests = new List<RequestParameters>();
        foreach (var element in parser.Split(body, PostRequestReader.What, options.MaxSize))
        {
            var request = owner.Own(new RequestParameters());
            parser.Parse(element, $"Request {requests.Count} of the batch", request);
            requests.Add(request);
        }

        return requests.Count > 0 ? requests : throw Refusals.BatchEmpty();
    }
}
