using GraphQL.AspNetCore.PersistedOperations;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore;

/// <summary>Documents that clients name instead of sending them.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>
    /// Whether clients may have the server remember a document by its SHA-256, as Apollo's automatic persisted queries do. It saves bytes
    /// and protects nothing.
    /// </summary>
    public bool Automatic { get; set; } = true;

    /// <summary>How many documents are remembered automatically; at least 1. Those unused for longest are forgotten first.</summary>
    public int MaxAutomaticDocuments { get; set; } = 1_000;

    /// <summary>How long the documents remembered automatically may be together, in bytes; at least 1.</summary>
    public long MaxAutomaticBytes { get; set; } = 16 << 20;

    /// <summary>The trusted documents, such as a <see cref="PersistedDocumentManifest"/>; null for none.</summary>
    public IPersistedDocumentStore? Store { get; set; }

    /// <summary>Whether only documents of <see cref="Store"/> are executed, on every transport.</summary>
    public bool OnlyPersisted { get; set; }

    /// <summary>
    /// Asked about each request that <see cref="OnlyPersisted"/> would refuse; true lets it through, such as a developer's. Null: none.
    /// </summary>
    public Func<HttpContext, bool>? MayRunAnyDocument { get; set; }

    /// <summary>
    /// How long caches may keep the answer to a GET of a named document; null has them ask each time whether it has changed. Answers with
    /// errors are never kept.
    /// </summary>
    public TimeSpan? CacheMaxAge { get; set; }

    /// <summary>
    /// Whether caches that serve many people may keep such answers too. True only where an answer depends on nothing but the address;
    /// answers to requests with credentials stay private all the same.
    /// </summary>
    public bool CacheIsShared { get; set; }

    internal void Validate()
    {
        if (OnlyPersisted && Store is null)
            throw new InvalidOperationException("GraphQLServerOptions.PersistedOperations.OnlyPersisted needs a Store: without one every request would be refused.");
        if (MaxAutomaticDocuments < 1 || MaxAutomaticBytes < 1)
            throw new InvalidOperationException("GraphQLServerOptions.PersistedOperations.MaxAutomaticDocuments and MaxAutomaticBytes must be at least 1.");
        if (CacheMaxAge is { Ticks: < 0 })
            throw new InvalidOperationException("GraphQLServerOptions.PersistedOperations.CacheMaxAge must not be negative.");
    }
}
