using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Guildhall.Storage.Sqlite;

/// <summary>Tells an observer of every statement, whatever kind of answer it gets.</summary>
internal sealed class StatementInterceptor(IStatementObserver observer) : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        observer.Sending(result.CommandText);
        return result;
    }
}
