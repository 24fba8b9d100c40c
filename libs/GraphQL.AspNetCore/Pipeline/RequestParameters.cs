using System.Buffers;
using System.Text.Json;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>A request as it came, whichever way it came, with everything that must be given back when it ends.</summary>
internal sealed class RequestParameters : IDisposable
{
    private static readonly IReadOnlyDictionary<string, UploadedFile> NoFiles = CoercionContext.Empty.Files;

    // nearly every request owns one thing: its body
    private IDisposable? _owned;
    private List<IDisposable>? _alsoOwned;
    private RequestServices? _services;
    private ReadOnlyMemory<byte> _document;

    /// <summary>UTF-8; empty until one is set.</summary>
    public ReadOnlyMemory<byte> Document
    {
        get => _document;
        set
        {
            _document = value;
            HasDocument = true;
        }
    }

    /// <summary>True when the request brings its document, even an empty one, or it has been found.</summary>
    public bool HasDocument { get; private set; }

    /// <summary>The document with its hash, when it has been found, or its hash been checked.</summary>
    public PersistedDocument? Named { get; set; }

    /// <summary>The document's name, in the stead of the document or beside it; null for none.</summary>
    public string? DocumentId { get; set; }

    /// <summary>True when the document was found by its name.</summary>
    public bool IsPersisted { get; private set; }

    /// <summary>The name under which the host has stored the document; null when clients bring it, or have brought it.</summary>
    public string? StoredAs { get; set; }

    public string? OperationName { get; set; }

    /// <summary>What becomes of fields that fail; null for what the server does by default.</summary>
    public ErrorBehavior? OnError { get; set; }

    /// <summary>An object, null or undefined.</summary>
    public JsonElement Variables { get; set; }

    /// <summary>An object, null or undefined.</summary>
    public JsonElement Extensions { get; set; }

    public IReadOnlyDictionary<string, UploadedFile> Files { get; set; } = NoFiles;

    /// <summary>Takes the document that the request names.</summary>
    public void Use(PersistedDocument document)
    {
        Document = document.Text;
        Named = document;
        IsPersisted = true;
    }

    /// <summary>Disposes <paramref name="resource"/> together with the request.</summary>
    public T Own<T>(T resource)
        where T : IDisposable
    {
        if (_owned is null)
            _owned = resource;
        else
            (_alsoOwned ??= []).Add(resource);
        return resource;
    }

    /// <summary>A pooled buffer of at least that length, given back together with the request.</summary>
    public Memory<byte> Rent(int length) => Own(new PooledBuffer(length)).Memory;

    /// <summary>The services of the request, until it ends.</summary>
    public IServiceProvider ServicesOf(HttpContext context) => _services = new RequestServices(context);

    public void Dispose()
    {
        _services?.Close();
        _owned?.Dispose();
        _owned = null;
        if (_alsoOwned is null)
            return;
        foreach (var resource in _alsoOwned)
            resource.Dispose();
        _alsoOwned = null;
    }

    private sealed class PooledBuffer(int length) : IDisposable
    {
        private byte[] _buffer = ArrayPool<byte>.Shared.Rent(length);

        public Memory<byte> Memory => _buffer;

        public void Dispose()
        {
            var buffer = _buffer;
            _buffer = [];
            if (buffer.Length > 0)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
