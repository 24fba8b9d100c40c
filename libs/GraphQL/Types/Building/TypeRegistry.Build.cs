namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    private const string QueryName = "Query";
    private const string MutationName = "Mutation";
    private const string SubscriptionName = "Subscription";

    internal Schema Build(IReadOnlyList<DirectiveType> directives, string? description)
    {
        var query = Root(QueryName, _catalog.QueryClasses);
        var mutation = Root(MutationName, _catalog.MutationClasses);
        var subscription = Root(SubscriptionName, _catalog.SubscriptionClasses);
        if (query is null)
            Report("There is no query; add a class marked [QueryType].");
        foreach (var type in _catalog.OutputTypes)
            Try(type, () => OutputNamed(type));
        foreach (var type in _catalog.InputTypes)
            Try(type, () => InputNamed(type));
        Complete();
        CompleteNodes();
        foreach (var extension in _catalog.Extensions.Where(item => !_usedExtensions.Contains(item)))
        {
            Report($"{TypeText.Of(extension.Class)}: no field leads to {extension.TypeName ?? TypeText.Of(extension.Extended!)}, which it extends; "
                + "return that type somewhere, or define it by [ObjectType<T>].");
        }

        if (_problems.Count > 0)
            throw new SchemaBuildException([.. _problems]);

        var types = AllTypes().ToList();
        var schema = new Schema(types, [.. directives, .. CostAnnotations.Missing(directives, types)])
        {
            Description = description,
            QueryType = query,
            MutationType = mutation,
            SubscriptionType = subscription,
        };
        foreach (var action in _whenBuilt)
            Try(() => action(schema));
        foreach (var error in SchemaValidator.Validate(schema))
            Report(error.Message);
        return _problems.Count == 0 ? schema : throw new SchemaBuildException([.. _problems]);
    }

    /// <summary>Fills types until nothing leads to a new one.</summary>
    private void Complete()
    {
        while (true)
        {
            if (_incomplete.TryDequeue(out var fill) || _whenComplete.TryDequeue(out fill))
                Try(fill);
            else
                return;
        }
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (SchemaBuildException exception)
        {
            foreach (var problem in exception.Problems)
                Report(problem);
        }
    }

    private IEnumerable<NamedType> AllTypes()
    {
        // Introspection speaks of these whether or not the schema does.
        _byName.TryAdd("String", SpecifiedScalars.String);
        _byName.TryAdd("Boolean", SpecifiedScalars.Boolean);
        return _byName.Values.OrderBy(static type => type.Name, StringComparer.Ordinal).Concat(IntrospectionTypes.All);
    }
}
