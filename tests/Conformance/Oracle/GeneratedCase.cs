namespace Conformance.Oracle;

/// <summary>A schema and a document about it.</summary>
/// <param name="Sdl">The schema.</param>
/// <param name="Document">The document, right or wrong.</param>
internal sealed record GeneratedCase(string Sdl, string Document);
