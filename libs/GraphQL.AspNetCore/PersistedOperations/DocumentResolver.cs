using System.Text.Json;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.PersistedOperations;

/// <summary>Finds the documents that requests name, and refuses those that may not run.</summary>
internal sealed partial class DocumentResolver
{
    private readonly PersistedOperationOptions _options;
    private readonly AutomaticDocuments? _automatic;
    private readonly ILogger _logger;

    public DocumentResolver(GraphQLServerOptions options, ILogger<DocumentResolver> logger)
    {
        _options = options.PersistedOperations;
        _logger = logger;
        if (_options.Automatic && !_options.OnlyPersisted)
            _automatic = new AutomaticDocuments(_options.MaxAutomaticDocuments, _options.MaxAutomaticBytes);
    }

    /// <summary>False for a request that brings its document, names none and may run any: nearly all of them.</summary>
    public bool IsNeededFor(RequestParameters parameters) =>
        _options.OnlyPersisted
        || parameters.DocumentId is not null
        || (parameters.Extensions.ValueKind == JsonValueKind.Object && DocumentReference.IsIn(parameters.Extensions));

    /// <summary>Puts the document into the request.</summary>
    /// <param name="context">Of the request, or of its connection.</param>
    /// <param name="parameters">The request; its document is there afterwards, unless it is refused.</param>
    /// <param name="allows">Which operations the transport allows; replaced for a document to be remembered.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async ValueTask<ResolvedDocument> ResolveAsync(
        HttpContext context, RequestParameters parameters, Func<OperationType, bool> allows, CancellationToken cancellationToken)
    {
        var reference = DocumentReference.Read(parameters, out var error);
        if (error is not null)
            return new(error, allows);
        try
        {
            if (reference is { } named && _options.Store is { } store && await store.FindAsync(named.Id, cancellationToken) is { } trusted)
                return new(Use(trusted, named.Id, parameters), allows);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogStoreFailed(_logger, exception);
            return new(PersistedOperationErrors.StoreFailed(), allows);
        }

        if (_options.OnlyPersisted && _options.MayRunAnyDocument?.Invoke(context) != true)
            return new(parameters.HasDocument ? PersistedOperationErrors.Only() : PersistedOperationErrors.NotFound(), allows);
        return parameters.HasDocument ? Register(reference, parameters, allows) : new(Recall(reference, parameters), allows);
    }

    private static GraphQLError? Use(PersistedDocument document, string id, RequestParameters parameters)
    {
        if (parameters.HasDocument && !parameters.Document.Span.SequenceEqual(document.Text.Span))
            return PersistedOperationErrors.Mismatch();
        parameters.Use(document);
        parameters.StoredAs = id;
        return null;
    }

    /// <summary>A document that comes with its hash is remembered, once it has proved to be one that can be executed.</summary>
    private ResolvedDocument Register(DocumentReference? reference, RequestParameters parameters, Func<OperationType, bool> allows)
    {
        if (_automatic is null || reference?.Hash is not { } hash)
            return new(null, allows);
        var document = new PersistedDocument(parameters.Document);
        if (document.Hash != hash)
            return new(PersistedOperationErrors.Mismatch(), allows);
        parameters.Named = document;
        if (_automatic.TryGet(hash, out _))
            return new(null, allows);

        // a transport is asked for its consent when the document is parsed and valid, and the operation found
        return new(null, type =>
        {
            _automatic.Add(new PersistedDocument(parameters.Document.ToArray()));
            return allows(type);
        });
    }

    private GraphQLError? Recall(DocumentReference? reference, RequestParameters parameters)
    {
        if (reference?.Hash is { } hash)
        {
            if (_automatic is null && parameters.DocumentId is null)
                return PersistedOperationErrors.NotSupported();
            if (_automatic is not null && _automatic.TryGet(hash, out var document))
            {
                parameters.Use(document);
                return null;
            }
        }

        return PersistedOperationErrors.NotFound();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store of persisted documents failed")]
    private static partial void LogStoreFailed(ILogger logger, Exception exception);
}

/// <summary>What became of the search for a document.</summary>
/// <param name="Refusal">Why the request cannot be executed; null when it can.</param>
/// <param name="Allows">Which operations may run.</param>
internal readonly record struct ResolvedDocument(GraphQLError? Refusal, Func<OperationType, bool> Allows);
