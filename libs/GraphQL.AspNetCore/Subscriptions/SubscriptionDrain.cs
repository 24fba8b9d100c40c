using GraphQL.Subscriptions;
using Microsoft.Extensions.Hosting;

namespace GraphQL.AspNetCore.Subscriptions;

/// <summary>
/// Ends subscriptions when the application begins to stop, so that sockets can tell their clients and close. Transports that end by
/// themselves, without a word, so that their clients come back, have done so by then: who registered last is called first.
/// </summary>
internal sealed class SubscriptionDrain(ActiveSubscriptions subscriptions, IHostApplicationLifetime lifetime) : IHostedService, IDisposable
{
    private CancellationTokenRegistration _stopping;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _stopping = lifetime.ApplicationStopping.Register(subscriptions.Drain);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();
}
