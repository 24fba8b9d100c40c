using GraphQL.Diagnostics;
using Guildhall.Storage;

namespace Guildhall.Schema;

/// <summary>Hands the statements of storage over to requests that want to be explained.</summary>
public sealed class PlanStatements : IStatementObserver
{
    /// <inheritdoc/>
    public void Sending(string text) => PlanRecorder.Current?.AddStatement(text);
}
