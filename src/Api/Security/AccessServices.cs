using Guildhall.Api.Composition;

namespace Guildhall.Api.Security;

/// <summary>Who may come in, decided once at start.</summary>
internal static class AccessServices
{
    /// <exception cref="ConfigurationException">A key cannot be used, or the server would be open to everybody.</exception>
    public static void AddGuildhallAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = ApiKeyRing.Read(configuration);
        if (keys.IsEmpty && ListenAddresses.FindPublic(configuration) is { } open)
        {
            throw new ConfigurationException(
                $"{open.Key} lets other machines reach this server ({open.Address}), but nobody would need a key. "
                + "Configure Authentication:ApiKeys:0:Name, :Key and :Roles:0 (as environment: Authentication__ApiKeys__0__Name=…), "
                + "or listen on 127.0.0.1 only.");
        }

        services.AddSingleton(keys);
        services.AddScoped<CurrentViewer>();
        services.AddScoped(static provider => provider.GetRequiredService<CurrentViewer>().Viewer);
    }
}
