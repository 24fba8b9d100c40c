using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.Orders;

/// <summary>Skipped lines stand in the order of their log.</summary>
public sealed class LineProblemSort : SortDefinition<LineProblem>
{
    /// <inheritdoc/>
    protected override void Configure(SortFields<LineProblem> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(row => row.Line);
        fields.Key(row => row.Line);
    }
}
