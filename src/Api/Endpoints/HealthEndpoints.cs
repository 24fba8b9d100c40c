using Guildhall.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Guildhall.Api.Endpoints;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: what it needs answers too.</summary>
internal static class HealthEndpoints
{
    public const string Prefix = "/health";

    public static void MapHealth(this WebApplication application)
    {
        application.MapHealthChecks($"{Prefix}/live", new HealthCheckOptions { Predicate = static _ => false });
        application.MapHealthChecks($"{Prefix}/ready");
    }
}

/// <summary>Reads from the database.</summary>
internal sealed class StorageHealthCheck(StorageReader reader) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await reader.ReadAsync(static database => database.Database.ExecuteSql($"SELECT 1"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: exception);
        }
    }
}
