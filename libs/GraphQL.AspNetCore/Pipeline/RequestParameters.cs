using System.Buffers;
using System.Text.Json;
using GraphQL.Types;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>A request as it came, whichever way it came, with everything that must be given back when it ends.</summary>
internal sealed class RequestParameters : IDisposable
{
    private static readonly IReadOnlyDictionary<string, UploadedFile> NoFiles = CoercionContext.Empty.Files;

    private readonly List<IDisposable> _owned = [];

    /// <summary>UTF-8.</summary>
    public ReadOnlyMemory<byte> Document { get; set; }

    public string? OperationName { get; set; }

    /// <summary>An object, null or undefined.</summary>
    public JsonElement Variables { get; set; }

    /// <summary>An object, null or undefined.</summary>
    public JsonElement Extensions { get; set; }

    public IReadOnlyDictionary<string, UploadedFile> Files { get; set; } = NoFiles;

    /// <summary>Disposes <paramref name="resource"/> together with the request.</summary>
    public T Own<T>(T resource)
        where T : IDisposable
    {
        _owned.Add(resource);
        return resource;
    }

    /// <summary>A pooled buffer of at least that length, given back together with the request.</summary>
    public Memory<byte> Rent(int length) => Own(new PooledBuffer(length)).Memory;

    public void Dispose()
    {
        foreach (var resource in _owned)
            resource.Dispose();
        _owned.Clear();
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
