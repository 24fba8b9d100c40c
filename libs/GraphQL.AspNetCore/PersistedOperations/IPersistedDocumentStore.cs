using System.Text;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.PersistedOperations;

/// <summary>Where trusted documents lie: a folder, a database, a registry. Asked for each request that names a document.</summary>
public interface IPersistedDocumentStore
{
    /// <summary>Finds a document; null when there is none of that id.</summary>
    /// <param name="id">
    /// As the client sent it, up to 512 characters; without the prefix <c>sha256:</c>, and in lower case, if it is a SHA-256.
    /// </param>
    /// <param name="cancellationToken">Fires when nobody waits any more.</param>
    ValueTask<PersistedDocument?> FindAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A document that is kept on the server. Make it once and keep it: its hash is computed here, and not again for each request.</summary>
/// <param name="text">The document, UTF-8; it must not change any more.</param>
public sealed class PersistedDocument(ReadOnlyMemory<byte> text)
{
    /// <summary>From text.</summary>
    public PersistedDocument(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    /// <summary>The document, UTF-8.</summary>
    public ReadOnlyMemory<byte> Text { get; } = text;

    /// <summary>Of the text.</summary>
    public DocumentHash Hash { get; } = DocumentHash.Of(text.Span);
}
