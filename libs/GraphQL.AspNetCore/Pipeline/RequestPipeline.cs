using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>What becomes of a request once it is read, whichever transport it came by.</summary>
internal sealed class RequestPipeline(RequestExecutors executors)
{
    /// <summary>Executes a query or mutation to its end. Whatever is wrong with the request is in the result.</summary>
    /// <param name="context">Of the HTTP request, or of the one that opened the connection.</param>
    /// <param name="parameters">The request.</param>
    /// <param name="allows">Which kinds of operation the transport allows.</param>
    /// <param name="cancellationToken">Fires when nobody waits for the result any more.</param>
    public ValueTask<ExecutionResult> ExecuteAsync(
        HttpContext context, RequestParameters parameters, Func<OperationType, bool> allows, CancellationToken cancellationToken) =>
        executors.ExecuteAsync(OperationOf(context, parameters, allows, IncrementalDelivery.None), cancellationToken);

    /// <summary>
    /// Executes an operation of any kind for a transport that can carry several results; see <see cref="RequestExecutor.StreamAsync"/>.
    /// </summary>
    /// <param name="context">Of the HTTP request, or of the one that opened the connection.</param>
    /// <param name="parameters">The request; it must live until the stream has ended.</param>
    /// <param name="allows">Which kinds of operation the transport allows.</param>
    /// <param name="incremental">How the client reads deferred parts.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public IAsyncEnumerable<ExecutionResult> StreamAsync(
        HttpContext context,
        RequestParameters parameters,
        Func<OperationType, bool> allows,
        IncrementalDelivery incremental,
        CancellationToken cancellationToken) =>
        executors.StreamAsync(OperationOf(context, parameters, allows, incremental), cancellationToken);

    private static OperationRequest OperationOf(
        HttpContext context, RequestParameters parameters, Func<OperationType, bool> allows, IncrementalDelivery incremental) => new()
    {
        Document = parameters.Document,
        OperationName = parameters.OperationName,
        Variables = parameters.Variables,
        Extensions = parameters.Extensions,
        Files = parameters.Files,
        Services = context.RequestServices,
        User = context.User,
        Allows = allows,
        Incremental = incremental,
    };
}
