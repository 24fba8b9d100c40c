using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation.Sdl;

/// <summary>A rule about documents that define types. Holds no state of its own.</summary>
internal abstract class SdlRule
{
    /// <summary>As <c>extensions.rule</c> of its errors has it.</summary>
    public string Name => GetType().Name;

    /// <summary>Reports what breaks the rule.</summary>
    public abstract void Validate(SdlContext context);

    /// <summary>Adds an error of this rule.</summary>
    protected void Report(SdlContext context, string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        var locations = ImmutableArray.CreateBuilder<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
            locations.Add(context.Lines.LocationOf(node.Start));
        context.Report(new GraphQLError(message)
        {
            Code = ErrorCodes.ValidationFailed,
            Locations = locations.ToImmutable(),
            Extensions = ImmutableSortedDictionary<string, object?>.Empty.Add("rule", Name),
        });
    }
}
