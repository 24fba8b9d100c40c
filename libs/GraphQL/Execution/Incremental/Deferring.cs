using System.Collections.Immutable;

namespace GraphQL.Execution;

/// <summary>How a selection is planned when fragments and elements may be put off; a plan without it puts nothing off.</summary>
/// <param name="IsBranching">
/// True to give every deferral all fields of its fragment, whether or not something else selects them too, as the form of
/// <see cref="IncrementalDelivery.Path"/> promises; false to give every field once.
/// </param>
/// <param name="Surroundings">The deferrals that the selection is part of already.</param>
internal sealed record Deferring(bool IsBranching, ImmutableArray<DeferUsage> Surroundings);
