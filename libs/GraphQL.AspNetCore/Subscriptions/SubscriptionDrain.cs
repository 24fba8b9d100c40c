using GraphQL.Subscriptions;
using Microsoft.Extensions.Hosting;

namespace GraphQL.AspNetCore.Subscriptions;

/// <summary>
/// Ends what transports have not ended by themselves when the application begins to stop, and takes no further subscriptions. Transports
/// end their streams so that clients come back, and have done so by then: who registered last is called first.
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
