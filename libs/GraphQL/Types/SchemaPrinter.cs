namespace GraphQL.Types;

/// <summary>What a printed schema holds.</summary>
public sealed record SchemaPrinterOptions
{
    /// <summary>True to print the directives applied to types and members, besides those that the specification defines.</summary>
    public bool WithAppliedDirectives { get; init; }
}

/// <summary>
/// Prints schemas in the layout of the reference implementation's <c>printSchema</c> (graphql-js 17.1), in the order of definition. What
/// every schema has, the specified scalars and directives and the introspection types, is left out.
/// </summary>
public static class SchemaPrinter
{
    /// <summary>The schema as a document; its last line has no line feed.</summary>
    /// <param name="schema">What is printed.</param>
    /// <param name="options">Null for the defaults.</param>
    public static string Print(Schema schema, SchemaPrinterOptions? options = null)
    {
        var writer = new SchemaWriter(options ?? new SchemaPrinterOptions());
        writer.WriteSchema(schema);
        foreach (var directive in schema.Directives)
        {
            if (!SpecifiedDirectives.All.Any(specified => specified.Name == directive.Name))
                writer.WriteDirective(directive);
        }

        foreach (var type in schema.Types)
        {
            if (SpecifiedScalars.Find(type.Name) is null && IntrospectionTypes.Find(type.Name) is null)
                writer.WriteType(type);
        }

        return writer.ToString();
    }

    /// <summary>One type as a definition.</summary>
    /// <param name="type">What is printed.</param>
    /// <param name="options">Null for the defaults.</param>
    public static string Print(NamedType type, SchemaPrinterOptions? options = null)
    {
        var writer = new SchemaWriter(options ?? new SchemaPrinterOptions());
        writer.WriteType(type);
        return writer.ToString();
    }

    /// <summary>One directive as a definition.</summary>
    /// <param name="directive">What is printed.</param>
    /// <param name="options">Null for the defaults.</param>
    public static string Print(DirectiveType directive, SchemaPrinterOptions? options = null)
    {
        var writer = new SchemaWriter(options ?? new SchemaPrinterOptions());
        writer.WriteDirective(directive);
        return writer.ToString();
    }
}
