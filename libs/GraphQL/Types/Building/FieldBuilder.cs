using System.Reflection;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A field while the schema is built.</summary>
public sealed class FieldBuilder
{
    private SchemaType? _type;

    internal FieldBuilder(TypeRegistry types, ComplexType declaringType, MemberInfo member, string name, AnnotatedType resultType)
    {
        Types = types;
        DeclaringType = declaringType;
        Member = member;
        Name = name;
        ResultType = resultType;
    }

    /// <summary>Maps C# types to types of the schema, and makes new ones.</summary>
    public TypeRegistry Types { get; }

    /// <summary>The type it is a field of; its fields are not complete yet.</summary>
    public ComplexType DeclaringType { get; }

    /// <summary>The method or property behind it.</summary>
    public MemberInfo Member { get; }

    /// <summary>Unique in its type.</summary>
    public string Name { get; set; }

    /// <summary>Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Null when it is not deprecated.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>
    /// The C# type of the values that the resolver gives: tasks unwrapped, and for a subscription the element of the stream. An attribute
    /// that changes the values says here what they become; a query that none has read is refused in the end, since nothing bounds it.
    /// </summary>
    public AnnotatedType ResultType { get; set; }

    /// <summary>The type in the schema; until it is set, what <see cref="ResultType"/> gives.</summary>
    public SchemaType Type
    {
        get => _type ??= Types.Output(ResultType);
        set => _type = value;
    }

    /// <summary>In the order of the schema; may be added to.</summary>
    public IList<InputValue> Arguments { get; } = [];

    /// <summary>Directives applied to it, besides <c>@deprecated</c>; may be added to.</summary>
    public IList<Directive> AppliedDirectives { get; } = [];

    /// <summary>How its value is obtained; null on interface types.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>
    /// Whether its value may depend on who asks. An attribute that changes the resolver makes it <see cref="ViewerDependence.Unknown"/>,
    /// unless the attribute itself says something else.
    /// </summary>
    public ViewerDependence Dependence { get; set; }

    /// <summary>Passes every value that the resolver gives through a function; for a subscription every element of the stream.</summary>
    public void Then(Func<ResolverContext, object?, object?> map)
    {
        if (Resolver is not null)
            Resolver = ResolverChain.Map(Resolver, map);
    }

    /// <summary>
    /// Passes every value that the resolver gives through an asynchronous function; for a subscription every element of the stream.
    /// </summary>
    public void ThenAsync(Func<ResolverContext, object?, ValueTask<object?>> map)
    {
        if (Resolver is not null)
            Resolver = ResolverChain.MapAsync(Resolver, map);
    }

    /// <summary>What is asked of callers, all of it; may be added to.</summary>
    public IList<AuthorizationRule> Authorization { get; } = [];

    internal OutputField Build() => new()
    {
        Name = Name,
        Description = Description,
        Type = Type,
        Arguments = [.. Arguments],
        DeprecationReason = DeprecationReason,
        AppliedDirectives = [.. AppliedDirectives],
        Authorization = [.. Authorization],
        Resolver = Resolver,
        Dependence = Dependence,
    };
}
