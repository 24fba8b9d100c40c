using System.Runtime.CompilerServices;

namespace GraphQL.Types;

/// <summary>
/// Changes a field while the schema is built: its type, its arguments, how it is resolved. Of several on one member the last written is
/// applied first, so that the one written first is the outermost, as with any attributes that wrap.
/// </summary>
/// <param name="order">Decides the order in place of the line, which is the default.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public abstract class FieldAttribute([CallerLineNumber] int order = 0) : Attribute
{
    /// <summary>Higher is applied earlier; the line of the source unless it is set.</summary>
    public int Order { get; set; } = order;

    /// <summary>Changes the field. Called once for each type that has it; on interface types there is no resolver.</summary>
    /// <exception cref="SchemaBuildException">It cannot be applied to this member; building goes on, and the problem is told with all
    /// others.</exception>
    public abstract void Configure(FieldBuilder field);
}
